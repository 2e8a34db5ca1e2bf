import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openForm } from '@/domain/form/source';
import { validateForm } from '@/domain/form/validate';
import { dateOf } from '@/domain/shared/civil-date';
import calendar from '@/generated/calendar';
import library from '@/generated/form-library';
import forms from '@/generated/forms';
import { placeKeys, put, readPlace } from '@/stores/place';
import {
  fill,
  placesIn,
  unknownAnswers,
  withoutPrefill,
  withPrefill,
  type Answers,
  type Write,
} from './filling';

const folder = join(__dirname, '../../test/content/fixtures/forms');
const write: Write = (answers, path, value) => Object(put(answers, placeKeys(path), value));

const formOf = (id: string) => {
  const source = forms[id]?.();
  if (source === undefined) throw new Error(`no form ${id}`);
  return openForm(source, library);
};

const samples = readdirSync(folder).flatMap((file) => {
  const id = file.replace('.json', '');
  const { on, samples: all }: { on: string; samples: Record<string, Answers> } = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  return Object.entries(all).map(([name, answers]) => ({ id, name, on, answers }));
});

it.each(samples)('$id $name is complete, and sent it is valid', ({ id, on, answers }) => {
  const form = formOf(id);
  const context = { asOf: dateOf(on), calendar };
  const { errors, toSend } = fill(form, answers, context);
  expect(errors).toEqual([]);
  expect(validateForm(form, toSend, context)).toEqual([]);
});

it.each(samples)('$id $name typed field by field is the same', ({ id, on, answers }) => {
  const form = formOf(id);
  const context = { asOf: dateOf(on), calendar };
  const typed = placesIn(form.fields, answers)
    .filter(({ field }) => field.kind !== 'rows' && field.kind !== 'derived')
    .reduce<Answers>((all, { path }) => write(all, path, readPlace(answers, path)), {});
  expect(fill(form, typed, context).toSend).toEqual(fill(form, answers, context).toSend);
});

const elder = formOf('elderly-allowance');
const context = { asOf: dateOf('2026-11-24'), calendar };

describe('an empty form', () => {
  const { display, errors } = fill(elder, {}, context);

  it('shows the fields of optional groups and does not ask for them', () => {
    expect([...display.shown]).toEqual(expect.arrayContaining(['agent', 'agent.isAgent', 'applicant.name']));
    expect(errors.filter(({ field }) => field.startsWith('agent'))).toEqual([]);
  });

  it('asks for each field of the groups that are needed, by name', () => {
    expect(errors).toEqual(
      expect.arrayContaining([
        { field: 'applicant.name', code: 'required' },
        { field: 'bank.cardNo', code: 'required' },
      ]),
    );
  });
});

it('does not send, nor complain of, answers to questions that went away', () => {
  const answers = { agent: { isAgent: false, name: '李明', mobile: '1' } };
  const { toSend, errors } = fill(elder, answers, context);
  expect(toSend['agent']).toEqual({ isAgent: false });
  expect(errors.filter(({ field }) => field.startsWith('agent'))).toEqual([]);
});

it('names answers of an older form', () => {
  expect(unknownAnswers(elder, { pension: 1, applicant: { nickname: 'x' } }, context)).toEqual([
    'pension',
    'applicant.nickname',
  ]);
});

describe('what came verified', () => {
  const values = [
    { field: 'applicant.name', value: '张三', source: '实名认证', on: '2026-11-20', correctAt: '' },
  ];

  it('is shown where nothing was said, and never kept', () => {
    const seen = withPrefill({ applicant: { mobile: '138' } }, values, readPlace, write);
    expect(seen).toEqual({ applicant: { mobile: '138', name: '张三' } });
    expect(withoutPrefill(seen, values, readPlace, write)).toEqual({ applicant: { mobile: '138' } });
  });

  it('gives way to what the person says, an emptied field included', () => {
    for (const name of ['李四', '']) {
      const kept = withoutPrefill({ applicant: { name } }, values, readPlace, write);
      expect(withPrefill(kept, values, readPlace, write)).toEqual({ applicant: { name } });
    }
  });
});
