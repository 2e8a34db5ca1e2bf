/** The cases of the stand-in server: the same domain as the real one's, kept in memory. */
import type { CaseDetail, CaseFile, CaseSummary, Receipt, SubmitRequest } from '@/contract/cases';
import { admit } from '@/domain/case/admit';
import { derive, type CaseView } from '@/domain/case/derive';
import type { CaseEvent, CaseFact, Role } from '@/domain/case/event';
import { receiptNumber } from '@/domain/case/receipt-number';
import { LICENCE_RULES } from '@/domain/case/rules';
import { openForm } from '@/domain/form/source';
import type { Form } from '@/domain/form/form';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import calendar from '@/generated/calendar';
import catalogue from '@/generated/catalogue';
import library from '@/generated/form-library';
import forms from '@/generated/forms';

export interface StoredCase {
  readonly number: string;
  readonly owner: string;
  readonly events: readonly CaseEvent[];
  readonly answers: SubmitRequest['answers'];
  readonly materials: SubmitRequest['materials'];
}

export function formOf(id: string): Form | undefined {
  const source = forms[id]?.();
  return source === undefined ? undefined : openForm(source, library);
}

const departmentOf = (item: string): string => catalogue.find(({ id }) => id === item)?.department ?? '';

export class CaseBook {
  readonly cases = new Map<string, StoredCase>();
  /** Of every case: what the office says of its files. */
  files: CaseFile[] = [];
  private serial = 0;

  constructor(private readonly now: () => number) {}

  today(): CivilDate {
    return shanghaiMoment(this.now()).date;
  }

  view({ events }: Pick<StoredCase, 'events'>): CaseView {
    return derive(events, this.today(), calendar);
  }

  submit(owner: string, form: Form, request: SubmitRequest): Receipt {
    this.serial += 1;
    const number = receiptNumber(this.today(), this.serial);
    const rules = { ...LICENCE_RULES, clock: form.clock };
    const tasks = [{ id: 'main', department: departmentOf(form.id) }];
    const fact: CaseFact = {
      kind: 'submitted',
      item: form.id,
      formVersion: form.version,
      answers: 1,
      tasks,
      rules,
    };
    const first: CaseEvent = { seq: 1, at: this.now(), actor: { role: 'applicant', id: owner }, fact };
    const { answers, materials } = request;
    this.cases.set(number, { number, owner, events: [first], answers, materials });
    return this.receipt(number);
  }

  receipt(number: string): Receipt {
    const view = this.view(this.get(number));
    return {
      number,
      item: view.item,
      submittedOn: formatDate(view.submittedOn),
      due: view.promise?.due ?? null,
    };
  }

  get(number: string): StoredCase {
    const found = this.cases.get(number);
    if (found === undefined) throw new Error(`no case ${number}`);
    return found;
  }

  detail({ number, events, answers, materials }: StoredCase): CaseDetail {
    const { version, item } = this.view({ events });
    const { files } = this;
    return { number, version, events, answers, materials, files, department: departmentOf(item) };
  }

  summary(stored: StoredCase): CaseSummary {
    const view = this.view(stored);
    const last = stored.events[stored.events.length - 1];
    const ended = view.status === 'delivered' || view.status === 'decided';
    return {
      number: stored.number,
      item: view.item,
      status: view.status,
      submittedOn: formatDate(view.submittedOn),
      changedOn: formatDate(shanghaiMoment(last?.at ?? 0).date),
      due: view.promise?.due ?? null,
      todo: view.status === 'correcting' ? 'correct' : ended && view.rating === undefined ? 'rate' : 'none',
    };
  }

  /** Writes a fact if the domain admits it; a code when it does not. */
  add(number: string, role: Role, fact: CaseFact, change: Partial<StoredCase> = {}): string | undefined {
    const stored = this.get(number);
    const view = this.view(stored);
    const admitted = admit(view, role, fact, this.today());
    if (!admitted.ok) return admitted.error;
    const event: CaseEvent = {
      seq: view.version + 1,
      at: this.now(),
      actor: { role, id: role },
      fact: admitted.value,
    };
    const events = [...stored.events, event];
    const { newPromise } = this.view({ events });
    const told = newPromise === undefined ? event : { ...event, promise: newPromise };
    this.cases.set(number, { ...stored, ...change, events: [...stored.events, told] });
    return undefined;
  }
}
