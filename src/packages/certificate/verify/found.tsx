import { Text, View } from '@tarojs/components';
import type { CertificateVerification } from '@/contract/certificate';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Notice, type NoticeKind } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { maskCreditCode } from '@/domain/certificate/disclosure';
import type { VerifiedPayload } from '@/domain/certificate/payload';
import { showDate } from '@/domain/form/kinds/dates';
import { formatDate } from '@/domain/shared/civil-date';
import { isProblem, type ApiResult } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { departmentName } from '@/shell/catalogue';

const CONCLUSIONS = {
  issued: '各部门都出了证',
  partiallyIssued: '部分部门出了证，不含的在证明里写明',
} as const;

const STATUS: Readonly<
  Record<CertificateVerification['status'], { readonly kind: NoticeKind; readonly text: string }>
> = {
  valid: { kind: 'done', text: '有效：平台上有这份证明，没有替换，也没有撤销。' },
  replaced: { kind: 'wait', text: '已替换：这份已经换发，请要新的那份。' },
  revoked: { kind: 'stop', text: '已撤销：这份证明不再有效。' },
};

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <View className="answer">
      <Text className="answer__label">{label}</Text>
      <Text className="answer__text">{text}</Text>
    </View>
  );
}

/** What the phone alone made out. */
export function Genuine({ verified: { payload, key } }: { readonly verified: VerifiedPayload }) {
  const { number, companyName, creditCode, period, outcome } = payload;
  return (
    <View className="stack">
      {key.demo ? <Notice kind="wait" text="演示证明：用演示密钥签的，不作任何证明。" /> : null}
      <Notice kind="done" text="签名真实，内容没有改过。是否撤销须联网核验。" />
      <Card>
        <Line label="证明编号" text={number} />
        <Line label="企业" text={companyName} />
        <Line label="统一社会信用代码" text={maskCreditCode(creditCode)} />
        <Line
          label="证明期间"
          text={`${showDate(formatDate(period.start))}到 ${showDate(formatDate(period.end))}`}
        />
        <Line label="结论" text={CONCLUSIONS[outcome]} />
      </Card>
    </View>
  );
}

function Online({ verification }: { readonly verification: CertificateVerification }) {
  const { status, number, companyName, maskedCreditCode, period, departments } = verification;
  const { kind, text } = STATUS[status];
  return (
    <View className="stack">
      <Notice kind={kind} text={text} />
      <Card>
        <Line label="证明编号" text={number} />
        <Line label="企业" text={`${companyName} ${maskedCreditCode}`} />
        <Line label="证明期间" text={`${showDate(period.start)}到 ${showDate(period.end)}`} />
        <Line label="结论" text={CONCLUSIONS[verification.conclusion]} />
        <Line label="出证日期" text={showDate(verification.issuedOn)} />
        <Line label="数据截至" text={showDate(verification.dataAsOf)} />
        <Line label="文件指纹（SHA-256 前 12 位）" text={verification.fileHash} />
        <Fold title="含哪些部门" note={`${departments.length} 个`}>
          {() => <Text>{departments.map(departmentName).join('、')}</Text>}
        </Fold>
      </Card>
      <Text className="quiet">核验页只显示结论，不显示处罚细节。</Text>
    </View>
  );
}

/** What the server says: in force, replaced, revoked, or nothing known. */
export function Answer({ read }: { readonly read: ApiResult<CertificateVerification> | undefined }) {
  if (read === undefined)
    return (
      <Text className="quiet" {...spoken({ role: 'status', live: 'polite' })}>
        正在联网核验…
      </Text>
    );
  if (read.ok) return <Online verification={read.value} />;
  if (isProblem(read.error, 'notFound'))
    return <Notice kind="stop" text="平台上没有这份证明，请核对验证码，或向出具的公司要原件。" />;
  return <Notice kind="wait" text={`没能联网核验，不知道是否撤销：${faultWords(read.error, '')}`} />;
}
