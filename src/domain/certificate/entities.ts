/** The company and what belongs to it: 1 to 30, each with a credit code of its own. */
import { checkCreditCode } from '../identity/credit-code';
import { tidyNumber } from '../identity/tidy';
import { isAfter, parseDate, type CivilDate } from '../shared/civil-date';
import type { EntityDraft, EntityKind } from './draft';
import { fault, hint, type Fault, type FaultCode, type Hint } from './fault';
import type { Parameters } from './reference';

export interface Entity {
  readonly kind: EntityKind;
  readonly creditCode: string;
  readonly name: string;
  readonly district: string;
  /** Registered outside the district: no department here is asked, the certificate says that it is left out. */
  readonly outside: boolean;
  readonly formerNames: readonly string[];
  readonly established?: CivilDate;
}

export const ENTITIES_MAX = 30;

/** Whether the share fits what the entity is said to be: 超过 50 does not include 50 (民法典 第1259条). */
const SHARE_FITS: Readonly<Partial<Record<EntityKind, (share: number, control: boolean) => boolean>>> = {
  whollyOwned: (share) => share === 100,
  controlled: (share, control) => share > 50 || control,
  controllingShareholder: (share, control) => share > 50 || control,
  associate: (share, control) => share <= 50 && !control,
};

function shareFault({ kind, sharePercent, actualControl }: EntityDraft): FaultCode | undefined {
  const fits = SHARE_FITS[kind];
  if (!fits) return undefined;
  if (sharePercent === undefined || !(sharePercent >= 0 && sharePercent <= 100)) return 'share';
  return fits(sharePercent, actualControl === true) ? undefined : 'shareForKind';
}

export interface CheckedEntities {
  readonly entities: readonly Entity[];
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
}

function rowFaults(draft: EntityDraft, path: string, asOf: CivilDate): Fault[] {
  const faults: Fault[] = [];
  if (draft.name.trim() === '') faults.push(fault('required', `${path}.name`));
  if (!/^[1-8]\d{5}$/.test(draft.district)) faults.push(fault('district', `${path}.district`));
  const share = shareFault(draft);
  if (share) faults.push(fault(share, `${path}.sharePercent`));
  if (draft.established !== undefined) {
    const established = parseDate(draft.established);
    if (!established) faults.push(fault('date', `${path}.established`));
    else if (isAfter(established, asOf)) faults.push(fault('foundedInFuture', `${path}.established`));
  }
  return faults;
}

/** The first row is the company and no other is; each code is right and stands once. */
function codeFaults(drafts: readonly EntityDraft[], companyCode: string): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [i, { kind, creditCode }] of drafts.entries()) {
    const path = `entities[${i}]`;
    const checked = checkCreditCode(creditCode);
    const code = tidyNumber(creditCode);
    if (!checked.ok) faults.push(fault(`creditCode:${checked.error}`, `${path}.creditCode`));
    else if (seen.has(code)) faults.push(fault('creditCodeTwice', `${path}.creditCode`));
    seen.add(code);
    if (i === 0 && (kind !== 'company' || code !== companyCode)) faults.push(fault('firstNotCompany', path));
    if (i > 0 && kind === 'company') faults.push(fault('secondCompany', `${path}.kind`));
  }
  return faults;
}

function toEntity(draft: EntityDraft, district: string): Entity {
  const established = draft.established === undefined ? undefined : parseDate(draft.established);
  return {
    kind: draft.kind,
    creditCode: tidyNumber(draft.creditCode),
    name: draft.name.trim(),
    district: draft.district,
    outside: draft.district !== district,
    formerNames: draft.formerNames ?? [],
    ...(established ? { established } : {}),
  };
}

/** `entities` is of use only when `faults` is empty. */
export function checkEntities(
  drafts: readonly EntityDraft[],
  companyCode: string,
  asOf: CivilDate,
  { district }: Parameters,
): CheckedEntities {
  const entities = drafts.map((draft) => toEntity(draft, district));
  const count = drafts.length >= 1 && drafts.length <= ENTITIES_MAX;
  const faults = [
    ...(count ? [] : [fault('entitiesCount', 'entities')]),
    ...codeFaults(drafts, companyCode),
    ...drafts.flatMap((draft, i) => rowFaults(draft, `entities[${i}]`, asOf)),
  ];
  if (faults.length === 0 && entities.every(({ outside }) => outside)) {
    faults.push(fault('nothingToReview', 'entities'));
  }
  const hints = entities.flatMap(({ outside }, i) =>
    outside ? [hint('entityOutside', `entities[${i}]`)] : [],
  );
  return { entities, faults, hints };
}
