/**
 * The application as it stands on the phone: answers by their places, some typed half, some missing. What is missing
 * gets the usual answer where there is one (all departments, 三年一期), and is empty text elsewhere, which the domain's
 * own check then names.
 */
import type { UploadedFile } from '@/contract/cases';
import {
  ENTITY_KINDS,
  type ApplicationDraft,
  type Delivery,
  type EntityDraft,
  type EntityKind,
  type KnownRecordDraft,
  type MaterialPiece,
} from '@/domain/certificate/draft';
import type { Fault } from '@/domain/certificate/fault';
import { defaultPeriod } from '@/domain/certificate/period';
import type { CertificateReference, MaterialKindId } from '@/domain/certificate/reference';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import { addYears, formatDate, parseDate, type CivilDate } from '@/domain/shared/civil-date';
import type { Answers } from './filling';

export type MaterialFiles = Readonly<Partial<Record<MaterialKindId, readonly UploadedFile[]>>>;

const recordsIn = (value: unknown): readonly Answers[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const recordAt = (answers: Answers, key: string): Answers => {
  const value = answers[key];
  return isRecord(value) ? value : {};
};
const numberOr = <T>(value: unknown, other: T): number | T => (typeof value === 'number' ? value : other);
const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isKind = (text: string): text is EntityKind => text in ENTITY_KINDS;

/** Shares are typed as decimals, and stay text while they are none. */
const shareOf = (value: unknown): number => numberOr(value, filled(value) ? Number(value) : NaN);

function relatedEntity(row: Answers): EntityDraft {
  const kind = textOf(row['kind']);
  const names = textOf(row['formerNames'])
    .split(/[、,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    kind: isKind(kind) ? kind : 'branch',
    creditCode: textOf(row['creditCode']),
    name: textOf(row['name']),
    district: textOf(row['district']),
    ...(row['sharePercent'] === undefined ? {} : { sharePercent: shareOf(row['sharePercent']) }),
    ...(row['actualControl'] === true ? { actualControl: true } : {}),
    ...(names.length === 0 ? {} : { formerNames: names }),
    ...(filled(row['established']) ? { established: row['established'] } : {}),
  };
}

function knownRecord(row: Answers): KnownRecordDraft {
  return {
    documentNumber: textOf(row['documentNumber']),
    agency: textOf(row['agency']),
    ...(filled(row['department']) ? { department: row['department'] } : {}),
    entity: textOf(row['entity']),
    decidedOn: textOf(row['decidedOn']),
    reason: textOf(row['reason']),
    amountCents: numberOr(row['amountCents'], filled(row['amountCents']) ? NaN : 0),
    remedied: row['remedied'] === true,
    ...(filled(row['paidOn']) ? { paidOn: row['paidOn'] } : {}),
  };
}

function deliveryOf(answers: Answers, company: ApplicationDraft['company']): Delivery {
  const kind = textOf(answers['kind']);
  if (kind === 'selfCollection') return { kind };
  if (kind !== 'courier') return { kind: 'electronic' };
  return {
    kind,
    recipient: textOf(answers['recipient']),
    mobile: textOf(answers['mobile']),
    // The licence's address unless another was typed.
    address: answers['address'] === undefined ? company.address : textOf(answers['address']),
  };
}

const FILE_TYPES = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'other' } as const;

const piecesOf = (files: MaterialFiles, { materials }: CertificateReference): readonly MaterialPiece[] =>
  materials.flatMap(({ id, name }) => {
    const own = files[id] ?? [];
    return own.length === 0
      ? []
      : [
          {
            kind: id,
            title: name,
            files: own.map((file) => ({ name: file.name, type: FILE_TYPES[file.type], bytes: file.size })),
          },
        ];
  });

/** 三年一期 from the founding day, as long as nothing else was chosen. */
function periodOf(answers: Answers, established: string, asOf: CivilDate): ApplicationDraft['period'] {
  const start = answers['start'];
  const end = answers['end'];
  const usual = defaultPeriod(parseDate(established) ?? addYears(asOf, -10), asOf);
  return {
    start: start === undefined && usual ? formatDate(usual.start) : textOf(start),
    end: end === undefined && usual ? formatDate(usual.end) : textOf(end),
  };
}

export function companyOf(answers: Answers): ApplicationDraft['company'] {
  const company = recordAt(answers, 'company');
  return {
    creditCode: textOf(company['creditCode']),
    name: textOf(company['name']),
    legalRepresentative: textOf(company['legalRepresentative']),
    capitalCents: numberOr(company['capitalCents'], NaN),
    established: textOf(company['established']),
    address: textOf(company['address']),
    industry: textOf(company['industry']).trim().toUpperCase(),
  };
}

/** `asOf` is today; `sharingFailed` names what shared data did not give. */
export function readApplication(
  answers: Answers,
  files: MaterialFiles,
  sharingFailed: readonly MaterialKindId[],
  reference: CertificateReference,
  asOf: CivilDate,
): ApplicationDraft {
  const company = companyOf(answers);
  const contact = recordAt(answers, 'contact');
  const consents = recordAt(answers, 'consents');
  const { departments } = answers;
  const itself: EntityDraft = {
    kind: 'company',
    creditCode: company.creditCode,
    name: company.name,
    district: textOf(recordAt(answers, 'company')['district']) || reference.parameters.district,
    ...(company.established === '' ? {} : { established: company.established }),
  };
  const purpose = reference.purposes.find(({ id }) => id === answers['purpose']);
  return {
    company,
    contact: {
      name: textOf(contact['name']),
      mobile: textOf(contact['mobile']),
      email: textOf(contact['email']),
    },
    byAgent: answers['byAgent'] === true,
    intermediaries: recordsIn(answers['intermediaries']).map((row) => ({
      name: textOf(row['name']),
      email: textOf(row['email']),
    })),
    purpose: purpose?.id ?? '',
    ...(purpose?.note && filled(answers['purposeNote']) ? { purposeNote: answers['purposeNote'] } : {}),
    ...(purpose?.board && filled(answers['board']) ? { board: answers['board'] } : {}),
    period: periodOf(recordAt(answers, 'period'), company.established, asOf),
    entities: [itself, ...recordsIn(answers['related']).map(relatedEntity)],
    departments: Array.isArray(departments)
      ? departments.filter((id): id is string => typeof id === 'string')
      : reference.departments.map(({ id }) => id),
    scopeConfirmed: answers['scopeConfirmed'] === true,
    knownRecords: recordsIn(answers['knownRecords']).map(knownRecord),
    output: answers['output'] === 'asReady' ? 'asReady' : 'once',
    copies: answers['copies'] === undefined ? 1 : numberOr(answers['copies'], NaN),
    language: answers['language'] === 'zhEn' ? 'zhEn' : 'zh',
    delivery: deliveryOf(recordAt(answers, 'delivery'), company),
    materials: piecesOf(files, reference),
    sharingFailed,
    consents: {
      review: consents['review'] === true,
      truth: consents['truth'] === true,
      disclosure: consents['disclosure'] === true,
    },
  };
}

/** Where on the phone a fault's path is asked: entities are the company and the related ones, in one list. */
export function placeOf({ path }: Pick<Fault, 'path'>): string {
  const entity = /^entities\[(\d+)\](.*)$/.exec(path);
  if (entity === null) return path;
  const [, index = '0', rest = ''] = entity;
  return index === '0' ? `company${rest}` : `related[${Number(index) - 1}]${rest}`;
}
