/** The certificate's cases on the wire: days are YYYY-MM-DD, states and codes those of `domain/certificate`. */
import { z } from 'zod';
import type { Action, CourierStep, OutcomeKind, Role } from '@/domain/certificate/events';
import type { ColumnState, MainState } from '@/domain/certificate/actions';
import type { CellState } from '@/domain/certificate/board';
import type { StopReason } from '@/domain/certificate/clock';
import type { DayKind } from '@/domain/calendar/workdays';
import { certificateDraft } from './certificate-draft';
import { uploadedFile } from './cases';

const text = z.string();
const date = z.iso.date();
const count = z.int().nonnegative();
const key = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** A closed set of the domain: its types go to the phone, the server writes only its values. */
const word = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const period = z.strictObject({ start: date, end: date });

export const certificateReceipt = z.strictObject({
  number: text,
  /** 查询码: 16 characters; with the credit code it opens the look-up without login. */
  queryCode: text,
  submittedOn: date,
  /** Departments that the application goes to. */
  departments: count,
});

export const certificateSummary = z.strictObject({
  number: text,
  companyName: text,
  purpose: text,
  period,
  main: word<MainState>(),
  submittedOn: date,
  changedOn: date,
  due: date.nullable(),
  /** Days left of the clock, today. */
  left: z.int().nullable(),
  paused: z.boolean(),
  todo: z.enum(['correct', 'answer', 'rate', 'none']),
  /** Of the certificate that is out, if one is. */
  certificate: z.strictObject({ number: text, status: z.enum(['valid', 'replaced', 'revoked']) }).nullable(),
});

export const certificateList = z.strictObject({
  certificates: z.array(certificateSummary),
  next: text.nullable(),
});

const stop = z.strictObject({ department: text, why: word<StopReason>() });

/** From `start` and `spans` the phone's `runClock` comes to the same days. */
const clock = z.strictObject({
  start: date,
  due: date,
  total: count,
  elapsed: count,
  left: z.int(),
  paused: z.boolean(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  lostDays: count,
  stoppedBy: z.array(stop),
  days: z.array(
    z.strictObject({
      date,
      why: z.custom<DayKind>((value) => typeof value === 'object' && value !== null),
      number: z.int().positive().nullable(),
      stops: z.array(stop),
    }),
  ),
  spans: z.array(
    z.strictObject({ department: text, why: word<StopReason>(), from: date, to: date, open: z.boolean() }),
  ),
  calendarVersion: text,
});

const boardColumn = z.strictObject({
  department: text,
  /** Who does it: another department after a reassignment. */
  holder: text,
  state: word<ColumnState>(),
  since: date.nullable(),
  due: date.nullable(),
  overdue: z.boolean(),
  urged: count,
  /** Why it waits or was given back, in the department's words. */
  reason: text.nullable(),
});

const cellCounts = z.strictObject({
  waiting: count,
  noRecord: count,
  cleared: count,
  blocked: count,
  withheld: count,
});

const question = z.strictObject({
  id: text,
  department: text,
  text,
  askedOn: date,
  /** By whose end it must be answered; absent once it is over. */
  answerBy: date.nullable(),
  state: z.enum(['open', 'answered', 'lapsed']),
  answer: z.strictObject({ text, on: date, files: z.array(uploadedFile) }).nullable(),
});

const outcome = z.strictObject({
  kind: word<OutcomeKind>(),
  reason: text.nullable(),
  included: z.array(text),
  annexed: z.array(text),
  excluded: z.array(text),
  withheld: z.array(z.strictObject({ department: text, why: z.enum(['blocked', 'lapsed']) })),
});

const paper = z.strictObject({
  number: text,
  code: text,
  issuedOn: date,
  status: z.enum(['valid', 'replaced', 'revoked']),
  fileHash: text,
  /** The signed text that its QR carries. */
  payload: text,
});

const courier = z.strictObject({
  step: word<CourierStep>().nullable(),
  tracking: text.nullable(),
  company: text.nullable(),
  returns: count,
  /** Returned too often: it waits at the window. */
  collectionOnly: z.boolean(),
});

const logEntry = z.strictObject({
  seq: z.int().positive(),
  on: date,
  /** Milliseconds since 1970 UTC. */
  at: z.int(),
  action: word<Action>(),
  by: word<Role>(),
  department: text.nullable(),
  note: text.nullable(),
});

export const certificateDetail = z.strictObject({
  number: text,
  queryCode: text,
  version: z.int().positive(),
  main: word<MainState>(),
  submittedOn: date,
  draft: certificateDraft,
  /** Names and sizes of the files in `draft.materials`. */
  files: z.array(uploadedFile),
  corrections: z.array(text),
  refusal: text.nullable(),
  clock: clock.nullable(),
  milestones: z.array(z.strictObject({ id: text, due: date })),
  board: z.array(boardColumn),
  entities: z.array(
    z.strictObject({ creditCode: text, name: text, outside: z.boolean(), counts: cellCounts }),
  ),
  questions: z.array(question),
  /** 已完成先出: departments whose answer stands before the whole is decided. */
  parts: z.array(text),
  outcome: outcome.nullable(),
  papers: z.array(paper),
  courier: courier.nullable(),
  extensions: z.array(z.strictObject({ on: date, days: count, reason: text })),
  log: z.array(logEntry),
  /** What the one who asks may do now. */
  allowed: z.array(word<Action>()),
  rating: z.int().nullable(),
  /** The period of a renewal, when one is possible today. */
  renewal: period.nullable(),
});

/** One entity's departments: a row of the matrix. */
export const certificateEntity = z.strictObject({
  creditCode: text,
  name: text,
  cells: z.array(
    z.strictObject({
      department: text,
      state: word<CellState>(),
      column: word<ColumnState>(),
      /** In writing, once the department has answered for all; never while it works. */
      finding: z
        .strictObject({
          phrase: text,
          assessment: text.nullable(),
          records: z.array(z.strictObject({ documentNumber: text, agency: text, decidedOn: date })),
        })
        .nullable(),
    }),
  ),
});

const note = z.string().max(1000);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/**
 * What the enterprise may do. `version` is the version of the case that the person saw: correcting and withdrawing are
 * refused when it has changed; an answer stands whatever 26 other departments did meanwhile.
 */
export const certificateAction = z.strictObject({
  version: z.int().positive(),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('corrected'), draft: certificateDraft }),
    z.strictObject({
      kind: z.literal('answered'),
      question: text,
      text: z.string().min(1).max(1000),
      files: z.array(key).max(30),
    }),
    z.strictObject({ kind: z.literal('withdrawn') }),
    z.strictObject({ kind: z.literal('urged'), department: text }),
    z.strictObject({ kind: z.literal('rated'), level, reasons: z.array(note).max(8) }),
    z.strictObject({ kind: z.literal('complained'), text: z.string().min(1).max(500) }),
  ]),
});

export const certificateLookUp = z.strictObject({
  queryCode: z.string().max(40),
  creditCode: z.string().max(40),
});

/** No name, department or finding: that a firm prepares to list may be inside information. */
export const certificateStatus = z.strictObject({
  main: word<MainState>(),
  due: date.nullable(),
  left: z.int().nullable(),
  paused: z.boolean(),
  toAnswer: count,
});

/** The 验证码 as printed, or the signed text of the QR. */
export const certificateVerify = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: z.string().max(40) }),
  z.strictObject({ by: z.literal('payload'), payload: z.string().max(4000) }),
]);

export const certificateVerification = z.strictObject({
  number: text,
  status: z.enum(['valid', 'replaced', 'revoked']),
  companyName: text,
  maskedCreditCode: text,
  period,
  departments: z.array(text),
  conclusion: z.enum(['issued', 'partiallyIssued']),
  issuedOn: date,
  dataAsOf: date,
  fileHash: text,
});

export type CertificateReceipt = z.infer<typeof certificateReceipt>;
export type CertificateSummary = z.infer<typeof certificateSummary>;
export type CertificateList = z.infer<typeof certificateList>;
export type CertificateDetail = z.infer<typeof certificateDetail>;
export type CertificateEntity = z.infer<typeof certificateEntity>;
export type CertificateAction = z.infer<typeof certificateAction>;
export type CertificateLookUp = z.infer<typeof certificateLookUp>;
export type CertificateStatus = z.infer<typeof certificateStatus>;
export type CertificateVerify = z.infer<typeof certificateVerify>;
export type CertificateVerification = z.infer<typeof certificateVerification>;
