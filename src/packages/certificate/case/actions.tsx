import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import type { CertificateDetail } from '@/contract/certificate';
import { groupedCode } from '@/domain/certificate/access-code';
import { showDate } from '@/domain/form/kinds/dates';
import { device, go } from '@/shell/ports';
import { startFrom } from './todo';

/** What else may be done, always by choice. */
export function Actions({ detail }: { readonly detail: CertificateDetail }) {
  const { number, allowed, renewal, draft } = detail;
  const renew = (): void => void startFrom(detail, { renews: number, period: renewal });
  return (
    <Section title="还可以">
      <Card className="card--list">
        {renewal === null ? null : (
          <Row
            icon="history"
            title="增量续开"
            detail={`只查上次以后的：${showDate(renewal.start)}到 ${showDate(renewal.end)}`}
            onTap={renew}
          />
        )}
        {allowed.includes('rated') ? (
          <Row
            icon="star"
            title="评价"
            detail="自愿；不评也不影响办理"
            onTap={() => go('certificateAct', { number, kind: 'rated' })}
          />
        ) : null}
        {allowed.includes('withdrawn') ? (
          <Row
            icon="trash"
            title="撤回申请"
            detail="撤回后不再审，可以重新申请"
            onTap={() => go('certificateAct', { number, kind: 'withdrawn' })}
          />
        ) : null}
        <Row icon="certificate" title="看回执和查询码" onTap={() => go('certificateReceipt', { number })} />
        {allowed.includes('complained') ? (
          <Row
            icon="flag"
            title="投诉"
            detail="由督办处理并答复，不经过承办的部门"
            onTap={() => go('certificateAct', { number, kind: 'complained' })}
          />
        ) : null}
        <Row
          icon="phone"
          title="拨 12345"
          detail="投诉、咨询都可以，请报办件编号"
          onTap={() => void device.call('12345')}
        />
      </Card>
      {draft.intermediaries.length === 0 ? null : (
        <Text className="quiet">出结果时抄送 {draft.intermediaries.length} 家中介，只有结论，没有记录。</Text>
      )}
    </Section>
  );
}

export function Numbers({ detail: { number, queryCode } }: { readonly detail: CertificateDetail }) {
  return (
    <Section title="编号">
      <Card className="stack">
        <View>
          <Text>办件编号 {number}</Text>
          <Text className="field__note">查询码 {groupedCode(queryCode)}</Text>
        </View>
        <View className="wrap">
          <Button text="复制编号" onTap={() => void device.copy(number)} />
          <Button text="复制查询码" onTap={() => void device.copy(groupedCode(queryCode))} />
        </View>
      </Card>
    </Section>
  );
}
