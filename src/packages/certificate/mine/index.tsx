import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { CertificateList, CertificateSummary } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { isOver, MAIN_STATES } from '@/domain/certificate/actions';
import { showDate } from '@/domain/form/kinds/dates';
import { listCertificates } from '@/services/certificate';
import { api } from '@/shell/online';
import { device, go } from '@/shell/ports';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { RemoteFault } from '../remote-fault';
import { PAPER_WORDS, purposeName } from '../words';

/** One parent holds at most so many rows. */
const ROWS = 30;

const TODO = { correct: '要补正', answer: '要说明', rate: '可评价', none: undefined } as const;

function daysText({ main, due, left, paused }: CertificateSummary): string {
  if (due === null || left === null || isOver(main)) return '';
  if (paused) return '；时钟停着';
  return left > 0 ? `；还剩 ${left} 个工作日` : `；应在 ${showDate(due)}前`;
}

function CaseRow({ summary }: { readonly summary: CertificateSummary }) {
  const { number, companyName, purpose, main, todo, certificate } = summary;
  const note = TODO[todo];
  const paper = certificate === null ? '' : `；证明${PAPER_WORDS[certificate.status]}`;
  return (
    <Row
      title={companyName}
      detail={`${purposeName(purpose)}；${MAIN_STATES[main]}${daysText(summary)}${paper}`}
      {...(note === undefined ? {} : { note })}
      onTap={() => go('certificateCase', { number })}
    />
  );
}

const isWaiting = ({ todo }: CertificateSummary): boolean => todo === 'correct' || todo === 'answer';

function Certificates({ first }: { readonly first: CertificateList }) {
  const [more, setMore] = useState<readonly CertificateList[]>([]);
  const pages = [first, ...more];
  const next = pages[pages.length - 1]?.next ?? null;
  const load = async (): Promise<void> => {
    const read = await listCertificates(api, next);
    if (read.ok) setMore([...more, read.value]);
    else device.toast('没能读到更多，请稍后再试');
  };
  const all = pages.flatMap(({ certificates }) => certificates);
  // Somebody waits for these: first of all.
  const sorted = [...all.filter(isWaiting), ...all.filter((each) => !isWaiting(each))];
  if (all.length === 0)
    return (
      <Empty icon="certificate" title="还没有申请过" text="27 个部门合并成一件，受理后 7 个工作日。">
        <Button text="先查后办" kind="primary" onTap={() => go('certificate')} />
      </Empty>
    );
  const parts = Array.from({ length: Math.ceil(sorted.length / ROWS) }, (_, i) =>
    sorted.slice(i * ROWS, (i + 1) * ROWS),
  );
  return (
    <>
      {parts.map((part) => (
        <Card key={part[0]?.number ?? ''} className="card--list">
          {part.map((summary) => (
            <CaseRow key={summary.number} summary={summary} />
          ))}
        </Card>
      ))}
      {next === null ? null : <Button text="再看更早的" onTap={() => void load()} />}
    </>
  );
}

export default function CertificatesPage() {
  const { read, again } = useRemote(() => listCertificates(api));
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        我的证明
      </Text>
      {read === undefined ? <Text className="quiet">正在读取…</Text> : null}
      {read?.ok === true ? (
        <Certificates key={read.value.certificates[0]?.number ?? ''} first={read.value} />
      ) : null}
      {read?.ok === false ? <RemoteFault fault={read.error} onAgain={again} /> : null}
      <Section title="其他">
        <Card className="card--list">
          <Row
            icon="certificate"
            title="先查后办，再申请"
            detail="看哪些部门真要办"
            onTap={() => go('certificate')}
          />
          <Row icon="search" title="凭查询码看进度" detail="不用登录" onTap={() => go('certificateLookUp')} />
          <Row icon="shield" title="核验一份证明" onTap={() => go('certificateVerify')} />
        </Card>
      </Section>
    </Screen>
  );
}
