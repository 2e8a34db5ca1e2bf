import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Tag, type TagKind } from '@/components/tag/tag';
import type { CertificateDetail } from '@/contract/certificate';
import { isOver } from '@/domain/certificate/actions';
import { groupedCode } from '@/domain/certificate/access-code';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';
import { departmentName } from '@/shell/catalogue';
import { device, go } from '@/shell/ports';
import { openPaper } from '../paper';
import { PAPER_WORDS } from '../words';
import { COURIER_WORDS } from './words';

type Paper = CertificateDetail['papers'][number];
type Outcome = NonNullable<CertificateDetail['outcome']>;

const names = (ids: readonly string[]): string => ids.map(departmentName).join('、');

const PAPER_TAGS: Readonly<Record<Paper['status'], TagKind>> = {
  valid: 'done',
  replaced: 'wait',
  revoked: 'stop',
};

function PaperCard({ number, paper }: { readonly number: string; readonly paper: Paper }) {
  const [busy, setBusy] = useState(false);
  const open = (): void => {
    setBusy(true);
    void openPaper(number, paper.number).finally(() => setBusy(false));
  };
  return (
    <Card className="stack">
      <View>
        <Tag text={PAPER_WORDS[paper.status]} kind={PAPER_TAGS[paper.status]} />
        <Text className="answer__text">{paper.number}</Text>
        <Text className="field__note">
          {showDate(paper.issuedOn)}出证；验证码 {groupedCode(paper.code)}
        </Text>
      </View>
      {paper.status === 'revoked' ? null : (
        <Button
          text={busy ? '正在打开…' : '打开证明（PDF）'}
          kind="primary"
          icon="document"
          label={`打开证明 ${paper.number}`}
          disabled={busy}
          onTap={open}
        />
      )}
      <Button
        text="核验这份证明"
        icon="shield"
        label={`核验 ${paper.number}`}
        onTap={() => go('certificateVerify', { c: paper.payload })}
      />
      <Button
        text="复制验证码"
        label={`复制 ${paper.number} 的验证码`}
        onTap={() => void device.copy(groupedCode(paper.code))}
      />
    </Card>
  );
}

const WHY = { blocked: '书面认定有妨碍', lapsed: '要说明，过期没有答复' } as const;

function OutcomeCard({ outcome }: { readonly outcome: Outcome }) {
  const { kind, reason, annexed, excluded, withheld } = outcome;
  const notWhole = kind === 'notIssued' || kind === 'partiallyIssued';
  return (
    <Card className="stack">
      {reason === null ? null : (
        <View>
          <Text>理由：{reason}</Text>
        </View>
      )}
      {withheld.map(({ department, why }) => (
        <View key={department}>
          <Text>
            {departmentName(department)}：{WHY[why]}，不含在证明里
          </Text>
        </View>
      ))}
      {annexed.length === 0 ? null : (
        <View>
          <Text>附记录和定性：{names(annexed)}</Text>
        </View>
      )}
      {excluded.length === 0 ? null : (
        <View>
          <Text>裁定不含：{names(excluded)}</Text>
        </View>
      )}
      {notWhole ? (
        <View>
          <Text className="quiet">对结果不服，可以拨 12345，也可以依法申请行政复议或提起行政诉讼。</Text>
        </View>
      ) : (
        <View>
          <Text className="quiet">
            说的是数据截至日以前；没有法定有效期，建议出证后 {reference.parameters.useMonths} 个月内使用。
          </Text>
        </View>
      )}
    </Card>
  );
}

function Courier({ courier }: { readonly courier: NonNullable<CertificateDetail['courier']> }) {
  const { step, tracking, company, returns, collectionOnly } = courier;
  return (
    <Section title="快递">
      <Card className="stack">
        <View>
          <Text>{step === null ? '还没有寄出' : COURIER_WORDS[step]}</Text>
          {tracking === null ? null : (
            <Text className="field__note">
              {company ?? '快递'}单号 {tracking}
            </Text>
          )}
        </View>
        {tracking === null ? null : <Button text="复制单号" onTap={() => void device.copy(tracking)} />}
        {collectionOnly ? (
          <Notice kind="wait" text={`退回了 ${returns} 次，改为到窗口自取；电子证明照样能下载。`} />
        ) : null}
      </Card>
    </Section>
  );
}

/** What has come of it so far: parts that stand, the decision, the papers, their way to the company. */
export function Result({ detail }: { readonly detail: CertificateDetail }) {
  const { outcome, papers, parts, number, courier, refusal, main } = detail;
  const decided = outcome !== null && isOver(main);
  return (
    <>
      {refusal === null ? null : <Notice kind="stop" text={`不予受理：${refusal}`} />}
      {papers.length === 0 && !decided ? null : (
        <Section title="结果">
          <View className="stack">
            {[...papers].reverse().map((paper) => (
              <PaperCard key={paper.number} number={number} paper={paper} />
            ))}
            {decided ? <OutcomeCard outcome={outcome} /> : null}
          </View>
        </Section>
      )}
      {parts.length === 0 || papers.length > 0 ? null : (
        <Section title={`已经能出的 ${parts.length} 个部门`}>
          <Card>
            <Text>{names(parts)}</Text>
          </Card>
        </Section>
      )}
      {courier === null ? null : <Courier courier={courier} />}
    </>
  );
}
