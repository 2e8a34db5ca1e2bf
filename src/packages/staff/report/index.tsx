import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import {
  overdueOn,
  unconfirmedGuides,
  workByDepartment,
  type ReportedGuide,
} from '@/domain/guide/content-report';
import report from '@/generated/staff-report';
import { departmentName, guideOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { nowInShanghai, todayText } from '@/shell/today';
import { Watermark } from '../watermark';
import { countText, pathsText } from './words';

/** More than this in one parent is slow on a phone. */
const ONE_LIST = 30;

const pagesOf = <T,>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / ONE_LIST) }, (_, index) =>
    all.slice(index * ONE_LIST, (index + 1) * ONE_LIST),
  );

function GuideRows({ guides }: { readonly guides: readonly ReportedGuide[] }) {
  return (
    <View>
      {guides.map((guide) => (
        <Row
          key={guide.id}
          title={guideOf(guide.id)?.commonName ?? guide.id}
          detail={pathsText(guide)}
          note={countText(guide)}
          onTap={() => go('guide', { id: guide.id })}
        />
      ))}
    </View>
  );
}

function Line({ text }: { readonly text: string }) {
  return (
    <View>
      <Text>{text}</Text>
    </View>
  );
}

function Summary() {
  const pending = report.guides.reduce((sum, guide) => sum + guide.pending.length, 0);
  const assumed = report.guides.reduce((sum, guide) => sum + guide.assumed.length, 0);
  return (
    <Card className="stack">
      <Line text={`指南 ${report.guides.length} 份，其中掌上办 ${report.online} 项`} />
      <Line text={`检查：错误 ${report.errors}，提醒 ${report.warnings}`} />
      <Line text={`指南待确认 ${pending + assumed} 处：未知 ${pending}，待核 ${assumed}`} />
      <Line text={`办事大厅待确认：未知 ${report.halls.pending}，待核 ${report.halls.assumed}`} />
    </Card>
  );
}

function Overdue() {
  const overdue = overdueOn(report, nowInShanghai().date);
  return (
    <Section title={`已过复核日 ${overdue.length} 份`}>
      <Card className="card--list">
        {overdue.length === 0 ? <Text className="quiet">按 {todayText()} 算，没有过期的。</Text> : null}
        {pagesOf(overdue).map((page, index) => (
          <Fold key={page[0]?.id ?? ''} title={`第 ${index + 1} 组`} note={`${page.length} 份`}>
            {() => <GuideRows guides={page} />}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}

function ByDepartment() {
  return (
    <Section title="待确认，按部门">
      <Card className="card--list">
        {workByDepartment(report).map(({ department, guides, pending, assumed }) => (
          <Fold
            key={department}
            title={departmentName(department)}
            note={`${guides.length} 份，未知 ${pending}，待核 ${assumed}`}
          >
            {() => <GuideRows guides={guides} />}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}

function ByGuide() {
  return (
    <Section title="待确认，从多到少">
      <Card className="card--list">
        {pagesOf(unconfirmedGuides(report)).map((page, index) => (
          <Fold key={page[0]?.id ?? ''} title={`第 ${index + 1} 组`} note={`${page.length} 份`}>
            {() => <GuideRows guides={page} />}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}

export default function StaffReportPage() {
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        内容报告
      </Text>
      <Watermark />
      <Section title={`按 ${todayText()} 看`}>
        <Summary />
      </Section>
      <Card className="card--list">
        <Row
          icon="eye"
          title="全部状态与日期"
          detail="打开任何一页的任何状态，换一天看"
          onTap={() => go('staffStates')}
        />
      </Card>
      <Overdue />
      <ByDepartment />
      <ByGuide />
    </Screen>
  );
}
