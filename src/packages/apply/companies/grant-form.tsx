import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Companies } from '@/contract/companies';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceField } from '@/components/fields/choice-field';
import { FieldFrame } from '@/components/fields/field-frame';
import { LineField } from '@/components/fields/line-field';
import { PartsField } from '@/components/fields/parts-field';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { checkIdCard, ID_CARD_MESSAGES } from '@/domain/identity/id-card';
import { addMonths, formatDate, parseDate } from '@/domain/shared/civil-date';
import { giveGrant } from '@/services/companies';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';
import { device } from '@/shell/ports';
import { contextNow } from '../forms';

interface Typed {
  name: string;
  idNo: string;
  from: string;
  until: string;
}

type Wrong = Partial<Record<keyof Typed, string>>;

function wrongIn({ name, idNo, from, until }: Typed): Wrong {
  const { asOf } = contextNow();
  const card = checkIdCard(idNo, asOf);
  const [first, last] = [parseDate(from), parseDate(until)];
  return {
    ...(name.trim().length < 2 ? { name: '请写被授权人的姓名。' } : {}),
    ...(card.ok ? {} : { idNo: ID_CARD_MESSAGES[card.error] }),
    ...(first ? {} : { from: '请写真实存在的日期。' }),
    ...(last && (!first || until >= from) ? {} : { until: '止日要真实存在，不早于起日。' }),
  };
}

const nothing = (): void => undefined;

/** A year at most, from today on, until the person says otherwise. */
function firstTyped(): Typed {
  const { asOf } = contextNow();
  return { name: '', idNo: '', from: formatDate(asOf), until: formatDate(addMonths(asOf, 3)) };
}

/** A dated grant to one person for one company. */
export function GrantForm({
  companies,
  onGiven,
}: {
  readonly companies: Companies['companies'];
  readonly onGiven: () => void;
}) {
  const [company, setCompany] = useState(companies[0]?.creditCode ?? '');
  const [first, setFirst] = useState(firstTyped);
  const typed = useRef(first);
  const [wrong, setWrong] = useState<Wrong>({});
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  // Another key empties the uncontrolled fields.
  const [turn, setTurn] = useState(0);
  const frame = (key: keyof Typed, label: string) => {
    const error = wrong[key];
    return { id: `grant-${key}`, label, ...(error === undefined ? {} : { error }) };
  };
  const give = async (): Promise<void> => {
    const found = wrongIn(typed.current);
    setWrong(found);
    setFailed(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const { name, ...rest } = typed.current;
    const done = await giveGrant(api, { ...rest, name: name.trim(), company });
    setBusy(false);
    if (!done.ok) return setFailed(faultWords(done.error));
    device.toast('已授权');
    typed.current = firstTyped();
    setFirst(typed.current);
    setTurn(turn + 1);
    onGiven();
  };
  const date = (key: 'from' | 'until', label: string) => (
    <FieldFrame {...frame(key, label)}>
      <PartsField
        shape="date"
        label={label}
        initial={first[key]}
        onType={(text) => void (typed.current[key] = text)}
        onLeave={nothing}
      />
    </FieldFrame>
  );
  return (
    <Section title="授权别人代办">
      <View>
        {failed === undefined ? null : (
          <View {...spoken({ role: 'alert', live: 'assertive' })}>
            <Notice kind="stop" text={failed} />
          </View>
        )}
      </View>
      <Card className="stack" key={turn}>
        {companies.length > 1 ? (
          <FieldFrame id="grant-company" label="哪家企业">
            <ChoiceField
              label="哪家企业"
              options={companies.map(({ creditCode, name }) => ({ value: creditCode, label: name }))}
              value={company}
              onChoose={setCompany}
            />
          </FieldFrame>
        ) : null}
        <FieldFrame {...frame('name', '姓名')}>
          <LineField
            label="姓名"
            initial=""
            maxLength={30}
            onType={(text) => void (typed.current.name = text)}
          />
        </FieldFrame>
        <FieldFrame {...frame('idNo', '身份证号')} help="他登录后实名要和这个号码一致。">
          <LineField
            label="身份证号"
            type="idcard"
            initial=""
            maxLength={22}
            onType={(text) => void (typed.current.idNo = text)}
          />
        </FieldFrame>
        {date('from', '从哪天起')}
        {date('until', '到哪天止')}
        <Button text={busy ? '正在授权…' : '授权'} kind="primary" disabled={busy} onTap={() => void give()} />
      </Card>
    </Section>
  );
}
