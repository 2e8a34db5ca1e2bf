/**
 * What the server says, read once where it arrives. The schemas of the contract run on the server; the phone reads the
 * same shapes by hand, as a schema library would weigh as much as all the screens together.
 */
import type {
  CaseDetail,
  CaseFile,
  CaseList,
  CaseSummary,
  Receipt,
  SlotList,
  UploadedFile,
} from '@/contract/cases';
import type { Inbox, InboxMessage, Prefill, Session } from '@/contract/people';
import type { CaseEvent } from '@/domain/case/event';
import { isRecord } from '@/domain/form/kinds/kind';

type Parsed<T> = T | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);

const listOf = <T>(value: unknown, parse: (item: unknown) => Parsed<T>): readonly T[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) => {
        const parsed = parse(item);
        return parsed === undefined ? [] : [parsed];
      })
    : [];

export function parseReceipt(body: unknown): Parsed<Receipt> {
  if (!isRecord(body)) return undefined;
  const { number, item, submittedOn } = body;
  if (!isText(number) || !isText(item) || !isText(submittedOn)) return undefined;
  return { number, item, submittedOn, due: textOrNull(body['due']) };
}

export function parseSession(body: unknown): Parsed<Session> {
  if (!isRecord(body)) return undefined;
  const { token, expiresAt, person } = body;
  if (!isText(token) || typeof expiresAt !== 'number' || !isRecord(person)) return undefined;
  const { name, maskedIdNo, realName } = person;
  return {
    token,
    expiresAt,
    person: {
      name: isText(name) ? name : '',
      maskedIdNo: isText(maskedIdNo) ? maskedIdNo : '',
      realName: realName === true,
    },
  };
}

const TODOS = ['correct', 'rate'] as const;

function parseSummary(item: unknown): Parsed<CaseSummary> {
  if (!isRecord(item)) return undefined;
  const { number, item: form, status, submittedOn, changedOn, due, todo } = item;
  if (!isText(number) || !isText(form) || !isText(status) || !isText(submittedOn)) return undefined;
  return {
    number,
    item: form,
    status,
    submittedOn,
    changedOn: isText(changedOn) ? changedOn : submittedOn,
    due: textOrNull(due),
    todo: TODOS.find((each) => each === todo) ?? 'none',
  };
}

export const parseCaseList = (body: unknown): Parsed<CaseList> =>
  isRecord(body) && Array.isArray(body['cases'])
    ? { cases: [...listOf(body['cases'], parseSummary)], next: textOrNull(body['next']) }
    : undefined;

/** The log is the server's own, written by the same domain: its shape is checked as far as reading it needs. */
const isEvent = (value: unknown): value is CaseEvent =>
  isRecord(value) &&
  typeof value['seq'] === 'number' &&
  typeof value['at'] === 'number' &&
  isRecord(value['actor']) &&
  isRecord(value['fact']) &&
  isText(value['fact']['kind']);

const AS = ['uploaded', 'shared', 'later'] as const;

function parseAttached(item: unknown): Parsed<CaseDetail['materials'][number]> {
  if (!isRecord(item)) return undefined;
  const { material, files, as } = item;
  const known = AS.find((each) => each === as);
  if (!isText(material) || known === undefined) return undefined;
  return { material, files: Array.isArray(files) ? files.filter(isText) : [], as: known };
}

const FILE_STATES = ['waiting', 'checked', 'refused'] as const;

function parseFile(item: unknown): Parsed<CaseFile> {
  if (!isRecord(item)) return undefined;
  const { id, name, state } = item;
  const known = FILE_STATES.find((each) => each === state);
  return isText(id) && isText(name) && known !== undefined ? { id, name, state: known } : undefined;
}

export function parseCaseDetail(body: unknown): Parsed<CaseDetail> {
  if (!isRecord(body)) return undefined;
  const { number, version, events, answers, materials, department } = body;
  if (!isText(number) || typeof version !== 'number' || !Array.isArray(events) || events.length === 0)
    return undefined;
  if (!events.every(isEvent) || !isRecord(answers)) return undefined;
  return {
    number,
    version,
    events,
    answers,
    materials: [...listOf(materials, parseAttached)],
    files: [...listOf(body['files'], parseFile)],
    department: isText(department) ? department : '',
  };
}

const TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

export function parseUploaded(body: unknown): Parsed<UploadedFile> {
  if (!isRecord(body)) return undefined;
  const { id, name, size, type, state } = body;
  const known = TYPES.find((each) => each === type);
  if (!isText(id) || !isText(name) || typeof size !== 'number' || known === undefined) return undefined;
  return { id, name, size, type: known, state: state === 'quarantined' ? 'quarantined' : 'accepted' };
}

function parsePrefillValue(item: unknown): Parsed<Prefill['values'][number]> {
  if (!isRecord(item)) return undefined;
  const { field, value, source, on, correctAt } = item;
  if (!isText(field) || !isText(source) || !isText(on)) return undefined;
  return { field, value, source, on, correctAt: isText(correctAt) ? correctAt : '' };
}

export const parsePrefill = (body: unknown): Parsed<Prefill> =>
  isRecord(body) && Array.isArray(body['values'])
    ? {
        values: [...listOf(body['values'], parsePrefillValue)],
        failed: [...listOf(body['failed'], (item) => (isText(item) ? item : undefined))],
      }
    : undefined;

function parseSlot(item: unknown): Parsed<SlotList['slots'][number]> {
  if (!isRecord(item)) return undefined;
  const { date, period, left } = item;
  return isText(date) && isText(period) && typeof left === 'number' ? { date, period, left } : undefined;
}

export const parseSlots = (body: unknown): Parsed<SlotList> =>
  isRecord(body) && Array.isArray(body['slots'])
    ? { demo: body['demo'] === true, slots: [...listOf(body['slots'], parseSlot)] }
    : undefined;

const ABOUT = ['case', 'certificate', 'entitlement'] as const;

function parseMessage(item: unknown): Parsed<InboxMessage> {
  if (!isRecord(item)) return undefined;
  const { id, at, title, body, number, about, read } = item;
  if (!isText(id) || typeof at !== 'number' || !isText(title) || !isText(body)) return undefined;
  return {
    id,
    at,
    title,
    body,
    number: textOrNull(number),
    about: ABOUT.find((each) => each === about) ?? 'case',
    read: read === true,
  };
}

export const parseInbox = (body: unknown): Parsed<Inbox> =>
  isRecord(body) && Array.isArray(body['messages'])
    ? { messages: [...listOf(body['messages'], parseMessage)], next: textOrNull(body['next']) }
    : undefined;

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

function parseDemoPerson(item: unknown): Parsed<DemoPerson> {
  if (!isRecord(item)) return undefined;
  const { id, name, note } = item;
  return isText(id) && isText(name) ? { id, name, note: isText(note) ? note : '' } : undefined;
}

export const parseDemoPeople = (body: unknown): Parsed<readonly DemoPerson[]> =>
  isRecord(body) && Array.isArray(body['people']) ? listOf(body['people'], parseDemoPerson) : undefined;
