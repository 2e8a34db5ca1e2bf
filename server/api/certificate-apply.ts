/** Handing in an application for the certificate, and correcting one. */
import type { CertificateReceipt } from '@/contract/certificate';
import type { CertificateApply, CertificateDraft } from '@/contract/certificate-draft';
import { certificateOperations } from '@/contract/certificate-operations';
import type { CertificateApplication } from '@/domain/certificate/application';
import { renewalPeriod } from '@/domain/certificate/renewal';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { compareDates, formatDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { tidyNumber } from '@/domain/identity/tidy';
import { checkDraft } from '../certificate/application';
import { filesIn } from '../certificate/content';
import { stateAt } from '../certificate/find';
import { findEarlier, submit, type CertificateTaken } from '../certificate/submit';
import { attach, findOwn as findFiles } from '../files/attachments';
import type { Standing } from '../grants/standing';
import type { Person } from '../identity/people';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { bind, type Call } from './call';
import { findOwn, standingFor } from './certificate-own';

export interface Sound {
  readonly draft: CertificateDraft;
  readonly application: CertificateApplication;
}

/** The licence says what the company is called; an agent brings the authorisation, whatever the phone says. */
function withLicence(draft: CertificateDraft, { licence, as }: Standing): CertificateDraft {
  const { name } = licence;
  return {
    ...draft,
    byAgent: draft.byAgent || as === 'agent',
    company: { ...draft.company, name },
    entities: draft.entities.map((entity) => (entity.kind === 'company' ? { ...entity, name } : entity)),
  };
}

/** `files`: of the case already, when it is corrected. */
export async function soundDraft(
  { store }: Service,
  draft: CertificateDraft,
  { person, standing, at }: { person: Person; standing: Standing; at: number },
): Promise<Result<Sound, Refused>> {
  const named = withLicence(draft, standing);
  const files = await findFiles(store, person.id, filesIn(named));
  const checked = checkDraft(named, files, shanghaiMoment(at).date);
  if (checked.ok) return ok({ draft: named, application: checked.value.application });
  const { faults, hints } = checked.error;
  return err({ code: 'invalidAnswers', more: { faults, hints } });
}

type ApplyCall = Call<CertificateApply, undefined>;

const NOT_RENEWABLE: Readonly<Record<'noneValid' | 'partial' | 'tooSoon' | 'other', string>> = {
  noneValid: '上一份证明没有出具或已撤销，不能续开，请重新申请。',
  partial: '上一份是部分出具，没有出的部门请重新申请。',
  tooSoon: '离上一份证明的截至日还不到两天，过几天再续开。',
  other: '续开的期间应从上一份截至日的次日开始，到昨天或更早。',
};

const notRenewable = (fault: keyof typeof NOT_RENEWABLE): Refused => ({
  code: 'caseFault',
  detail: NOT_RENEWABLE[fault],
  more: { fault },
});

/** 增量续开: of the same company, from the day after the last as-of date. */
async function renewalFault(
  service: Service,
  { body: { renews }, person, at }: ApplyCall,
  { creditCode, period }: CertificateApplication,
): Promise<Refused | undefined> {
  if (renews === undefined) return undefined;
  const own = await findOwn(service, { number: renews, person, at });
  if (!own.ok) return own.error;
  const state = stateAt(service.store, own.value.stored.events, at);
  const next = renewalPeriod(state, shanghaiMoment(at).date);
  if (!next.ok) return notRenewable(next.error);
  const fits = state.scope.creditCode === creditCode && compareDates(period.start, next.value.start) === 0;
  return fits ? undefined : notRenewable('other');
}

const toReceipt = (
  { receipt, queryCode, submittedAt }: CertificateTaken,
  departments: number,
): CertificateReceipt => ({
  number: receipt,
  queryCode,
  submittedOn: formatDate(shanghaiMoment(submittedAt).date),
  departments,
});

async function apply(service: Service, call: ApplyCall): Promise<Result<CertificateReceipt, Refused>> {
  const { body, person, key = '', at } = call;
  const { store } = service;
  // Sent again, it was found sound when it first came; today's rules may say otherwise.
  const before = await findEarlier(store, { owner: person.id, key, sent: body.draft });
  if (before)
    return before.ok
      ? ok(toReceipt(before.value, before.value.departments))
      : err({ code: 'idempotencyReused' });
  const creditCode = tidyNumber(body.draft.company.creditCode);
  const standing = await standingFor(service, person, creditCode, at);
  if (!standing.ok) return standing;
  const sound = await soundDraft(service, body.draft, { person, standing: standing.value, at });
  if (!sound.ok) return sound;
  const refused = await renewalFault(service, call, sound.value.application);
  if (refused) return err(refused);
  const taken = await submit(store, { owner: person.id, key, sent: body.draft, ...sound.value }, at);
  if (!taken.ok)
    return err(
      taken.error.code === 'keyReused'
        ? { code: 'idempotencyReused' }
        : {
            code: 'caseFault',
            detail: `这家企业同一用途、同一期间已有一件在办（受理编号 ${showReceiptNumber(taken.error.receipt)}），请打开那一件看进度。`,
            more: { fault: 'duplicate', number: taken.error.receipt },
          },
    );
  await attach(store, { owner: person.id, caseId: taken.value.caseId }, filesIn(sound.value.draft));
  return ok(toReceipt(taken.value, sound.value.application.departments.length));
}

export const certificateApplyRoutes = [bind(certificateOperations.certificateApply, apply)];
