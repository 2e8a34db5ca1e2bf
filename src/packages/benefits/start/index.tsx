import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { device, go } from '@/shell/ports';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { checker } from '@/shell/stores';
import { NEW_CHECKER, type Audience } from '@/stores/checker';
import { book } from '../book';
import { Ledger, startLedger } from '../ledger';

const countFor = (audience: Audience): number =>
  book.policies.filter(({ policy }) => policy.audience === audience).length;

const agreesToForget = (title: string, yes: string): Promise<boolean> =>
  device.confirm({ title, text: '之前的回答会清掉，找不回来；可以随时重新答。', yes, no: '先不' });

async function begin(audience: Audience): Promise<void> {
  const answered = checker.store.getState().trail.length > 0;
  if (answered && !(await agreesToForget('重新开始？', '重新开始'))) return;
  startLedger();
  checker.store.setState({ ...NEW_CHECKER, audience }, true);
  go('ask');
}

async function clearAll(): Promise<void> {
  if (!(await agreesToForget('清空全部回答？', '清空'))) return;
  checker.clear();
  device.toast('已清空');
}

export default function BenefitsStartPage() {
  useReady(checker.ready);
  const { trail, audience } = useStore(checker.store);
  useShareAppMessage(() => ({
    title: '免申即享：答几个问题，看看能领什么',
    path: '/packages/benefits/start/index',
  }));
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        看看能领什么
      </Text>
      <Text className="lead">
        19 项不用申请、或只登记一次的政策。答几个问题，马上知道符不符合、有多少钱、钱怎么来。
      </Text>
      <Notice kind="done" text="不登录，不上传。回答只存在这部手机里，加密存放，随时一键清空。" />
      {trail.length === 0 ? null : (
        <Section title="上次答到一半">
          <Card className="stack">
            <View>
              <Text>
                {audience === 'person' ? '个人' : '企业'}，已经答了 {trail.length} 题。
              </Text>
            </View>
            <Button text="接着答" kind="primary" onTap={() => go('ask')} />
            <Button text="看现在的结果" onTap={() => go('results')} />
            <Button text="清空全部回答" kind="danger" onTap={() => void clearAll()} />
          </Card>
        </Section>
      )}
      <Section title={trail.length === 0 ? '替谁看？' : '重新开始'}>
        <Card className="card--list">
          <Row
            icon="user"
            title="给自己和家人看"
            detail={`${countFor('person')} 项；只问会改变结果的题，通常十来题`}
            onTap={() => void begin('person')}
          />
          <Row
            icon="company"
            title="给企业或单位看"
            detail={`${countFor('enterprise')} 项；准备好人数、参保和证书日期`}
            onTap={() => void begin('enterprise')}
          />
        </Card>
      </Section>
      <Section title="说明">
        <Card className="stack">
          <View>
            <Text>不清楚的题可以选“不清楚”，不会因此算作不符合。</Text>
          </View>
          <View>
            <Text>涉及残疾、救助、去世这类问题放在最后，先问您要不要看。</Text>
          </View>
          <View>
            <Text>没有公布的本地标准写“待责任部门公布”，不猜数。名单和金额以责任部门公布为准。</Text>
          </View>
          <Ledger />
        </Card>
      </Section>
    </Screen>
  );
}
