import { Text, Textarea, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { Guide } from '@/domain/guide/guide';
import { faultWords } from '@/services/fault-words';
import { sendReport } from '@/services/reports';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { device, go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { reports } from '@/shell/stores';
import { todayText } from '@/shell/today';
import { sentReport, withReport, type OutsideReport } from '@/stores/reports';
import { findGuide } from '../content';
import './index.scss';

const FIELDS = [
  { id: 'materials', text: '多要了材料' },
  { id: 'time', text: '时间不一样' },
  { id: 'fees', text: '收费不一样' },
  { id: 'where', text: '地点或窗口不对' },
  { id: 'other', text: '其他' },
] as const;

const fieldText = (id: string): string => FIELDS.find((field) => field.id === id)?.text ?? id;

const LONGEST = 300;

function Writing({ guide }: { readonly guide: Guide }) {
  const [field, setField] = useState<string>();
  const [error, setError] = useState<string>();
  const [key, setKey] = useState(0);
  const text = useRef('');
  const keep = (): void => {
    const said = text.current.trim();
    if (field === undefined) return setError('请先选是哪一类不一样。您写的内容还在。');
    if (said === '') return setError('请写一句窗口是怎么说的。');
    const report = {
      guide: guide.id,
      version: guide.version,
      field,
      text: said,
      on: todayText(),
      sent: false,
    };
    reports.store.setState((all) => withReport(all, report), true);
    if (!reports.remembered()) {
      // Still on the screen and in the field: it can be copied or photographed before the app is closed.
      return setError('手机存不下，关掉后就没有了。您写的还在，请截屏，或拨 12345 说。');
    }
    text.current = '';
    setField(undefined);
    setError(undefined);
    setKey(key + 1);
    device.toast('记下了，存在手机里');
  };
  return (
    <Card className="stack">
      <Text className="report__about">
        {guide.name}（第 {guide.version} 版）
      </Text>
      {error === undefined ? null : (
        <View {...spoken({ role: 'alert', live: 'assertive' })}>
          <Notice kind="stop" text={error} />
        </View>
      )}
      <View className="wrap" {...spoken({ role: 'radiogroup', label: '哪里不一样' })}>
        {FIELDS.map(({ id, text: name }) => (
          <Chip key={id} text={name} chosen={id === field} onTap={() => setField(id)} />
        ))}
      </View>
      <Textarea
        key={key}
        className="report__text"
        maxlength={LONGEST}
        placeholder="例如：窗口说还要居委会证明"
        placeholderClass="search-field__placeholder"
        {...spoken({ label: '窗口是怎么说的' })}
        onInput={(event) => {
          text.current = event.detail.value;
        }}
      />
      <Button text="记下来" kind="primary" onTap={keep} />
    </Card>
  );
}

/** One after the other, so that a network that goes away leaves the rest as it was. */
async function sendAll(unsent: readonly OutsideReport[]): Promise<string | undefined> {
  for (const report of unsent) {
    const sent = await sendReport(api, report);
    if (!sent.ok) return faultWords(sent.error, '记的都还在手机里。');
    reports.store.setState((all) => sentReport(all, report), true);
  }
  device.toast('已发给责任部门，谢谢您');
  return undefined;
}

function Sending({ unsent }: { readonly unsent: readonly OutsideReport[] }) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = (): void => {
    setBusy(true);
    void sendAll(unsent)
      .then(setError)
      .finally(() => setBusy(false));
  };
  return (
    <View className="stack">
      {error === undefined ? null : (
        <View {...spoken({ role: 'alert', live: 'assertive' })}>
          <Notice kind="stop" text={error} />
        </View>
      )}
      <Button
        text={busy ? '正在发…' : `发给责任部门（${unsent.length} 条没发）`}
        kind="primary"
        disabled={busy}
        onTap={send}
      />
      <Text className="quiet">只发事项、日期和您写的话，不带姓名和手机号。</Text>
    </View>
  );
}

function Written({ all }: { readonly all: readonly OutsideReport[] }) {
  return (
    <Section title="已经记下的">
      <Card className="card--list">
        {all.map((report) => (
          <View key={`${report.guide} ${report.on} ${report.text}`} className="report__item">
            <Text className="report__line">{findGuide(report.guide)?.commonName ?? report.guide}</Text>
            <Text className="report__line">
              {fieldText(report.field)}：{report.text}
            </Text>
            <Text className="quiet">
              {report.on}，对照第 {report.version} 版{report.sent ? '，已发出' : ''}
            </Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}

export default function ReportPage() {
  const params = useParams();
  const all = useStore(reports.store);
  const guide = findGuide(params['id']);
  const shown = guide === undefined ? all : all.filter((report) => report.guide === guide.id);
  const unsent = shown.filter(({ sent }) => !sent);
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        清单之外
      </Text>
      <Text className="lead">
        窗口要求的和指南写的不一样？记下来，存在手机里，发不发由您定；要马上解决，请拨 12345。
      </Text>
      {guide === undefined ? null : <Writing guide={guide} />}
      {shown.length > 0 ? <Written all={shown} /> : null}
      {unsent.length > 0 ? <Sending unsent={unsent} /> : null}
      {guide === undefined && shown.length === 0 ? (
        <Empty icon="flag" title="还没有记录" text="在指南页最下面可以记。">
          <Button text="去找指南" kind="primary" onTap={() => go('services')} />
        </Empty>
      ) : null}
      <View className="wrap report__call">
        <Button text="拨打 12345" icon="phone" onTap={() => void device.call('12345')} />
      </View>
    </Screen>
  );
}
