/** What the server says of certificates, checked once where it arrives. */
import type {
  CertificateDetail,
  CertificateEntity,
  CertificateList,
  CertificateReceipt,
  CertificateStatus,
  CertificateVerification,
} from '@/contract/certificate';
import type { CertificateCompanies } from '@/contract/certificate-draft';
import { ACTIONS, COLUMN_STATES, MAIN_STATES } from '@/domain/certificate/actions';
import type { CellState } from '@/domain/certificate/board';
import { ENTITY_KINDS } from '@/domain/certificate/draft';
import { flag, list, number, oneOf, optional, orNull, reader, record, text } from './shapes';

const main = oneOf(MAIN_STATES);
const column = oneOf(COLUMN_STATES);
const CELLS: Readonly<Record<CellState, true>> = {
  outside: true,
  waiting: true,
  noRecord: true,
  cleared: true,
  blocked: true,
  withheld: true,
};
const status = oneOf(['valid', 'replaced', 'revoked']);
const period = record({ start: text, end: text });
const file = record({
  id: text,
  name: text,
  size: number,
  type: oneOf(['image/jpeg', 'image/png', 'application/pdf']),
});

const stop = record({ department: text, why: oneOf(['question', 'externalWait']) });

const clock = record({
  start: text,
  due: text,
  total: number,
  elapsed: number,
  left: number,
  paused: flag,
  provisional: flag,
  overdue: flag,
  stoppedBy: list(stop),
  days: list(record({ date: text, why: record({ kind: text }), number: orNull(number), stops: list(stop) })),
});

const draft = record({
  company: record({ creditCode: text, name: text }),
  contact: record({ name: text, mobile: text, email: text }),
  purpose: text,
  period,
  entities: list(record({ kind: oneOf(ENTITY_KINDS), creditCode: text, name: text, district: text })),
  departments: list(text),
  knownRecords: list(record({ documentNumber: text })),
  intermediaries: list(record({ name: text, email: text })),
  output: oneOf(['once', 'asReady']),
  delivery: record({ kind: oneOf(['electronic', 'selfCollection', 'courier']) }),
  materials: list(record({ title: text, files: list(text) })),
});

const counts = record({
  waiting: number,
  noRecord: number,
  cleared: number,
  blocked: number,
  withheld: number,
});

const detail = record({
  number: text,
  queryCode: text,
  version: number,
  main,
  submittedOn: text,
  draft,
  files: list(file),
  corrections: list(text),
  refusal: orNull(text),
  clock: orNull(clock),
  board: list(
    record({
      department: text,
      holder: text,
      state: column,
      since: orNull(text),
      due: orNull(text),
      overdue: flag,
      urged: number,
      reason: orNull(text),
    }),
  ),
  entities: list(record({ creditCode: text, name: text, outside: flag, counts })),
  questions: list(
    record({
      id: text,
      department: text,
      text,
      askedOn: text,
      answerBy: orNull(text),
      state: oneOf(['open', 'answered', 'lapsed']),
      answer: orNull(record({ text, on: text, files: list(file) })),
    }),
  ),
  parts: list(text),
  outcome: orNull(
    record({
      kind: oneOf(['issued', 'partiallyIssued', 'notIssued', 'withdrawn']),
      reason: orNull(text),
      included: list(text),
      annexed: list(text),
      excluded: list(text),
      withheld: list(record({ department: text, why: oneOf(['blocked', 'lapsed']) })),
    }),
  ),
  papers: list(record({ number: text, code: text, issuedOn: text, status, payload: text })),
  courier: orNull(
    record({
      step: orNull(oneOf(['ordered', 'picked', 'inTransit', 'delivered', 'returned'])),
      tracking: orNull(text),
      company: orNull(text),
      returns: number,
      collectionOnly: flag,
    }),
  ),
  extensions: list(record({ on: text, days: number, reason: text })),
  log: list(
    record({
      seq: number,
      at: number,
      action: oneOf(ACTIONS),
      by: text,
      department: orNull(text),
      note: orNull(text),
    }),
  ),
  allowed: list(text),
  rating: orNull(number),
  renewal: orNull(period),
});

export const parseCertificate = reader<CertificateDetail>(detail);

export const parseCertificates = reader<CertificateList>(
  record({
    certificates: list(
      record({
        number: text,
        companyName: text,
        purpose: text,
        period,
        main,
        submittedOn: text,
        due: orNull(text),
        left: orNull(number),
        paused: flag,
        todo: oneOf(['correct', 'answer', 'rate', 'none']),
        certificate: orNull(record({ number: text, status })),
      }),
    ),
    next: orNull(text),
  }),
);

export const parseCertificateReceipt = reader<CertificateReceipt>(
  record({ number: text, queryCode: text, submittedOn: text, departments: number }),
);

export const parseCertificateEntity = reader<CertificateEntity>(
  record({
    creditCode: text,
    name: text,
    cells: list(
      record({
        department: text,
        state: oneOf(CELLS),
        column,
        finding: orNull(
          record({
            phrase: text,
            assessment: orNull(text),
            records: list(record({ documentNumber: text, agency: text, decidedOn: text })),
          }),
        ),
      }),
    ),
  }),
);

export const parseCertificateStatus = reader<CertificateStatus>(
  record({ main, due: orNull(text), left: orNull(number), paused: flag, toAnswer: number }),
);

export const parseVerification = reader<CertificateVerification>(
  record({
    number: text,
    status,
    companyName: text,
    maskedCreditCode: text,
    period,
    departments: list(text),
    conclusion: oneOf(['issued', 'partiallyIssued']),
    issuedOn: text,
    dataAsOf: text,
    fileHash: text,
  }),
);

export const parseCompanies = reader<CertificateCompanies>(
  record({
    companies: list(
      record({
        creditCode: text,
        name: text,
        legalRepresentative: text,
        capitalCents: number,
        established: text,
        address: text,
        industry: text,
        district: text,
        as: oneOf(['legalRepresentative', 'agent']),
        source: text,
        on: text,
      }),
    ),
    demo: optional(flag),
  }),
);
