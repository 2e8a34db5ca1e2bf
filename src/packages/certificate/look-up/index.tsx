import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { CertificateStatus } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { LineField } from '@/components/fields/line-field';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { ACCESS_CODE_MESSAGES, readAccessCode } from '@/domain/certificate/access-code';
import { MAIN_STATES } from '@/domain/certificate/actions';
import { showDate } from '@/domain/form/kinds/dates';
import { checkCreditCode, CREDIT_CODE_MESSAGES } from '@/domain/identity/credit-code';
import { isProblem, type ApiFault } from '@/services/api';
import { lookUpCertificate } from '@/services/certificate';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';
import { device } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import '@/components/section/section.scss';

function Status({ status }: { readonly status: CertificateStatus }) {
  const { main, due, left, paused, toAnswer } = status;
  const lines = [
    due === null || left === null ? '' : paused ? '时钟停着' : `还剩 ${left} 个工作日`,
    due === null || paused ? '' : `应在 ${showDate(due)}前`,
    toAnswer > 0 ? `有 ${toAnswer} 个问题等公司说明，请登录后答复` : '',
  ].filter((line) => line !== '');
  return (
    <Card className="stack">
      <View>
        <Text className="page-title" {...spoken({ role: 'heading', level: 2 })}>
          {MAIN_STATES[main]}
        </Text>
        {lines.map((line) => (
          <Text key={line} className="field__note">
            {line}
          </Text>
        ))}
      </View>
      <View>
        <Text className="quiet">这里只说到哪一步，不显示公司、部门和结果；要看细处请登录。</Text>
      </View>
    </Card>
  );
}

/** One answer for every wrong pair: whether a firm prepares to list is nobody's to find out by trying. */
const sayFault = (fault: ApiFault): string =>
  isProblem(fault, 'notFound')
    ? '没有查到：查询码和统一社会信用代码对不上。请对照回执和营业执照核对。'
    : faultWords(fault, '您输的都还在。');

interface Errors {
  readonly queryCode?: string;
  readonly creditCode?: string;
}

export default function LookUpPage() {
  const typed = useRef({ queryCode: '', creditCode: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [status, setStatus] = useState<CertificateStatus>();
  const [fault, setFault] = useState<ApiFault>();
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    const queryCode = readAccessCode(typed.current.queryCode);
    const creditCode = checkCreditCode(typed.current.creditCode);
    setStatus(undefined);
    setFault(undefined);
    setErrors({
      ...(queryCode.ok ? {} : { queryCode: ACCESS_CODE_MESSAGES[queryCode.error] }),
      ...(creditCode.ok ? {} : { creditCode: CREDIT_CODE_MESSAGES[creditCode.error] }),
    });
    if (!queryCode.ok || !creditCode.ok) return;
    setBusy(true);
    const found = await lookUpCertificate(api, {
      queryCode: queryCode.value,
      creditCode: creditCode.value.code,
    });
    setBusy(false);
    if (found.ok) setStatus(found.value);
    else setFault(found.error);
    device.scrollTo('found');
  };
  return (
    <Screen
      bar={<Button text={busy ? '正在查…' : '查'} kind="primary" disabled={busy} onTap={() => void look()} />}
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        凭查询码看进度
      </Text>
      <Text className="lead">不用登录。查询码在回执上，16 位。</Text>
      <Card>
        <FieldFrame
          id="queryCode"
          label="查询码"
          help="只有数字 2 到 9 和大写字母，没有 0、1、I、O。"
          {...(errors.queryCode === undefined ? {} : { error: errors.queryCode })}
        >
          <LineField
            label="查询码"
            initial=""
            maxLength={24}
            onType={(text) => {
              typed.current.queryCode = text;
            }}
          />
        </FieldFrame>
        <FieldFrame
          id="creditCode"
          label="统一社会信用代码"
          {...(errors.creditCode === undefined ? {} : { error: errors.creditCode })}
        >
          <LineField
            label="统一社会信用代码"
            initial=""
            maxLength={24}
            onType={(text) => {
              typed.current.creditCode = text;
            }}
          />
        </FieldFrame>
      </Card>
      <View id="found" className="section" {...spoken({ role: 'status', live: 'polite' })}>
        {status === undefined ? null : <Status status={status} />}
        {fault === undefined ? null : <Notice kind="stop" text={sayFault(fault)} />}
      </View>
    </Screen>
  );
}
