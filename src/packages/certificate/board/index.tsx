import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Choice } from '@/components/choice/choice';
import { Fold } from '@/components/fold/fold';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { Tag } from '@/components/tag/tag';
import type { ApplicationDraft } from '@/domain/certificate/draft';
import { REASONS } from '@/domain/certificate/triage';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';
import { departmentName } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { useApplication, type Filling } from '../filling';
import { nameOr, VERDICT_TAGS, VERDICT_WORDS } from '../words';
import { work } from '../work';
import { boardOf, type Board, type EntityRow, type ReasonGroup } from './rows';
import './index.scss';

const names = (ids: readonly string[]): string => ids.map(departmentName).join('、');

function Group({ group }: { readonly group: ReasonGroup }) {
  const { verdict, reason, departments, alsoDownload } = group;
  return (
    <View className="board__group">
      <Tag text={`${VERDICT_WORDS[verdict]} ${departments.length} 个`} kind={VERDICT_TAGS[verdict]} />
      <Text className="board__reason">{REASONS[reason]}</Text>
      <Text className="board__names">{names(departments)}</Text>
      {alsoDownload.length === 0 ? null : (
        <Text className="quiet">
          其中 {alsoDownload.length} 个也可先自助下载信用报告作参考，联审照样要：{names(alsoDownload)}
        </Text>
      )}
    </View>
  );
}

function entityNote({ groups }: EntityRow): string {
  const counts = groups.map(({ verdict, departments }) => `${VERDICT_WORDS[verdict]} ${departments.length}`);
  return counts.join('，');
}

/** The figure, and why it is what it is. */
function Figure({ board }: { readonly board: Board }) {
  const { from, to } = board.summary;
  const spared = from - to;
  const said = `${from} 个部门，要办 ${to} 个`;
  return (
    <Card className="board__figure">
      <Text className="board__number" {...spoken({ role: 'heading', level: 2, label: said })}>
        {from} → {to}
      </Text>
      <Text className="board__reason">
        {spared === 0
          ? '27 个部门合并成一件，一次申请、同时审。'
          : `${spared} 个部门可用信用报告代替，其余 ${to} 个合并成一件，一次申请、同时审。`}
      </Text>
      <Text className="quiet">
        辽宁有 52 个领域可用专项信用报告代替证明，领域清单还没有取得。没有核实的一律仍走联审，不少办。
      </Text>
    </Card>
  );
}

function Finding({ wanted }: { readonly wanted: boolean }) {
  return (
    <Section title="要不要部门定性？">
      <View {...spoken({ role: 'radiogroup', label: '要不要部门定性' })}>
        <Choice
          text="要定性"
          hint="写明有记录的是否属于重大违法违规；上市核查常要"
          chosen={wanted}
          onTap={() => void work.decide('findingWanted', true)}
        />
        <Choice
          text="只要有没有记录"
          hint="信用报告能说明的，就不用再申请"
          chosen={!wanted}
          onTap={() => void work.decide('findingWanted', false)}
        />
      </View>
    </Section>
  );
}

function Scope({ application }: { readonly application: ApplicationDraft }) {
  const { entities, departments, period } = application;
  const days =
    showDate(period.start) === '' || showDate(period.end) === ''
      ? '还没有填好'
      : `${showDate(period.start)}到 ${showDate(period.end)}`;
  return (
    <Section title="查谁、查哪些、查多久">
      <Card className="card--list">
        <Row
          icon="company"
          title={`主体 ${entities.length} 个`}
          detail={nameOr(entities[0]?.name ?? '', 0)}
          onTap={() => go('certificateBuild', { part: 'entities' })}
        />
        <Row
          icon="list"
          title={`部门 ${departments.length} 个`}
          detail={departments.length === reference.departments.length ? '全部 27 个' : '有减选，会写入证明'}
          onTap={() => go('certificateBuild', { part: 'departments' })}
        />
        <Row
          icon="clock"
          title="证明期间"
          detail={days}
          onTap={() => go('certificateBuild', { part: 'period' })}
        />
      </Card>
    </Section>
  );
}

function More() {
  return (
    <Section title="其他">
      <Card className="card--list">
        <Row
          icon="certificate"
          title="我的证明"
          detail="看进度、答问题、下载"
          onTap={() => go('certificates')}
        />
        <Row icon="search" title="凭查询码看进度" detail="不用登录" onTap={() => go('certificateLookUp')} />
        <Row icon="shield" title="核验一份证明" detail="扫码或输码" onTap={() => go('certificateVerify')} />
        <Row
          icon="document"
          title="45 份材料去哪了"
          detail="现在最多交 9 份"
          onTap={() => go('certificateMaterials')}
        />
      </Card>
    </Section>
  );
}

function BoardPart({ filling }: { readonly filling: Filling }) {
  const { application, draft } = filling;
  const wanted = draft?.answers['findingWanted'] !== false;
  const board = boardOf(application, wanted, reference);
  return (
    <>
      {board === undefined ? (
        <Notice kind="wait" text="证明期间还没有填好，填好就能看结果。" />
      ) : (
        <Figure board={board} />
      )}
      <Scope application={application} />
      <Finding wanted={wanted} />
      {board === undefined ? null : (
        <Section title="每个主体怎么办">
          <Card>
            {board.rows.map((row, i) => (
              <Fold key={i} title={nameOr(row.name, i)} note={entityNote(row)}>
                {() => row.groups.map((group) => <Group key={group.reason} group={group} />)}
              </Fold>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}

export default function BoardPage() {
  const filling = useApplication(false);
  useShareAppMessage(() => ({
    title: '企业上市无违规证明：27 个部门，一次申请',
    path: '/packages/certificate/board/index',
  }));
  return (
    <Screen
      bar={
        <Button
          text={filling?.draft === undefined ? '去申请' : '接着申请'}
          kind="primary"
          onTap={() => go('certificateApply')}
        />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        企业上市无违规证明
      </Text>
      <Text className="lead">
        一次申请，27 个部门同时审，受理后 {reference.parameters.days}{' '}
        个工作日。先看哪些真要办，不登录、不上传。
      </Text>
      {filling === undefined ? null : <BoardPart filling={filling} />}
      <More />
    </Screen>
  );
}
