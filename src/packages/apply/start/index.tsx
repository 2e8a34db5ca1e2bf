import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { fill, unknownAnswers } from '@/services/filling';
import type { Form } from '@/domain/form/form';
import { departmentName, guideOf } from '@/shell/catalogue';
import { outbox, signedIn } from '@/shell/online';
import { useParams } from '@/shell/params';
import { go } from '@/shell/ports';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { DRAFT_DAYS, expiresAt, type Draft } from '@/stores/draft';
import { stepsOf, pageOf } from '../fill/steps';
import { contextNow, findForm, itemName } from '../forms';
import { NoForm } from '../messages';
import { dateTextOf, momentText } from '@/components/moments';
import { clockText } from '../words';
import { askAndWipe, workOn } from '../work';
import '@/components/fields/fields.scss';

/** A newer version of the form: which of its pages want another look, and what it does not ask any more. */
function Changed({ form, draft }: { readonly form: Form; readonly draft: Draft }) {
  const work = workOn(form);
  const answers = work.answers(draft);
  const filled = fill(form, answers, contextNow());
  const steps = stepsOf({ work, filled, materials: [] });
  const again = new Set(filled.errors.map(({ field }) => pageOf(steps, field)));
  const titles = steps.filter(({ id }) => again.has(id)).map(({ title }) => title);
  const gone = unknownAnswers(form, draft.answers, contextNow()).length;
  const parts = [
    titles.length > 0 ? `请再看这几页：${titles.join('；')}` : '您填的都还合用，提交前再核对一遍就行',
    ...(gone > 0 ? [`有 ${gone} 项新表不再问，不会提交`] : []),
  ];
  return <Notice kind="wait" text={`这张表更新到第 ${form.version} 版了。${parts.join('。')}。`} />;
}

function Resume({ form, draft }: { readonly form: Form; readonly draft: Draft }) {
  return (
    <Section title="上次没填完">
      <Card className="stack">
        <View>
          <Text>
            {momentText(draft.savedAt)} 保存，留到 {dateTextOf(expiresAt(draft))}，过期自动清除。
          </Text>
        </View>
        {draft.formVersion === form.version ? null : <Changed form={form} draft={draft} />}
        <Button text="清除这份草稿" kind="danger" icon="trash" onTap={() => void askAndWipe(workOn(form))} />
      </Card>
    </Section>
  );
}

function Waiting({ form }: { readonly form: Form }) {
  const waiting = useStore(outbox.store).entries.some(({ request }) => request.form === form.id);
  if (!waiting) return null;
  return (
    <Notice kind="wait" text="您有一份申请存在手机里，还没有发出去。">
      <Button text="去看看" onTap={() => go('cases')} />
    </Notice>
  );
}

function Facts({ form }: { readonly form: Form }) {
  const own = form.materials.filter(({ source, need }) => source === 'own' && need !== 'conditional');
  const shared = form.materials.filter(({ source }) => source !== 'own').length;
  const { clock } = form;
  return (
    <Section title="办之前">
      <Card className="stack">
        <View>
          <Text>
            填表大约 {form.minutes} 分钟，随时可以停，草稿保存 {DRAFT_DAYS} 天。
          </Text>
        </View>
        <View>
          <Text>多久办完：{clockText(clock)}。</Text>
          {clock.kind === 'days' && clock.note !== undefined ? (
            <Text className="field__note">{clock.note}</Text>
          ) : null}
        </View>
        <View>
          <Text>
            {own.length === 0
              ? '材料都能从共享数据取，或由平台生成。'
              : `准备好：${own.map(({ name }) => name).join('、')}。`}
          </Text>
          {shared > 0 ? (
            <Text className="field__note">另有 {shared} 项从共享数据取或平台生成，一般不用您交。</Text>
          ) : null}
        </View>
      </Card>
    </Section>
  );
}

function SignIn() {
  const session = useStore(signedIn.store);
  return (
    <Card className="card--list">
      <Row
        icon="user"
        title={session === undefined ? '先登录，能少填几项' : `已登录：${session.person.name}`}
        detail={
          session === undefined
            ? '姓名、证件号、户籍能自动填；也可以先填，提交时再登录'
            : '能取到的会自动填上'
        }
        onTap={() => go('signIn')}
      />
    </Card>
  );
}

function Start({ form }: { readonly form: Form }) {
  const work = workOn(form);
  const draft = useStore(work.handle.store);
  const ready = useReady(work.handle.ready);
  const guide = guideOf(form.id);
  useShareAppMessage(() => ({
    title: `${itemName(form.id)}：在手机上办`,
    path: `/packages/apply/start/index?id=${form.id}`,
  }));
  if (!ready && draft === undefined) return <Screen>{null}</Screen>;
  return (
    <Screen
      bar={
        <>
          <Button text="办事指南" icon="document" onTap={() => go('guide', { id: form.id })} />
          <Button
            text={draft === undefined ? '开始填写' : '接着填'}
            kind="primary"
            onTap={() => go('fill', { id: form.id })}
          />
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {itemName(form.id)}
      </Text>
      <Text className="lead">
        {`${guide?.summary ?? ''}由${departmentName(guide?.department ?? '')}办理。`}
      </Text>
      <View className="stack">
        <Waiting form={form} />
        {draft === undefined ? null : <Resume form={form} draft={draft} />}
        <SignIn />
      </View>
      <Facts form={form} />
      <Section title="不想在手机上办">
        <Card className="card--list">
          <Row
            icon="pin"
            title="去窗口办、邮寄或别的渠道"
            detail="地点、时间和带什么，看办事指南"
            onTap={() => go('guide', { id: form.id })}
          />
        </Card>
      </Section>
    </Screen>
  );
}

export default function StartPage() {
  const params = useParams();
  const form = findForm(params['id']);
  return form === undefined ? <NoForm /> : <Start key={form.id} form={form} />;
}
