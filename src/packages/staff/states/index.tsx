import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { previewStates, type PreviewState } from '@/preview-states';
import { useParams } from '@/shell/params';
import { device, go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { prepare, prepareDraft, prepareOnline } from '../prepare';
import { Watermark } from '../watermark';
import { DayField } from './day-field';

async function show({ page, query, prepare: preparation = {} }: PreviewState): Promise<void> {
  prepare(preparation);
  await prepareDraft(preparation);
  const found = await prepareOnline(preparation);
  if (found === undefined) device.toast('这个状态要连演示服务：请先运行 npm start');
  else go(page, { ...query, ...found });
}

const groups = [...new Set(previewStates.map(({ group }) => group))];

function noteOf({ prepare: preparation }: PreviewState): string | undefined {
  return preparation?.on === undefined ? undefined : preparation.on;
}

function Group({ name }: { readonly name: string }) {
  return (
    <Section title={name}>
      <Card className="card--list">
        {previewStates
          .filter(({ group, page }) => group === name && page !== 'staffStates')
          .map((state) => {
            const note = noteOf(state);
            return (
              <Row
                key={state.id}
                title={state.name}
                {...(note === undefined ? {} : { note })}
                onTap={() => void show(state)}
              />
            );
          })}
      </Card>
    </Section>
  );
}

/** Opens any state of the product; `?state=ID` (a compile mode) opens that one at once. */
export default function StatesPage() {
  const params = useParams();
  const wanted = params['state'];
  useEffect(() => {
    const state = previewStates.find(({ id }) => id === wanted);
    if (state !== undefined && state.page !== 'staffStates') void show(state);
  }, [wanted]);
  return (
    <Screen>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        各页状态
      </Text>
      <Watermark />
      <DayField />
      {groups.map((group) => (
        <Group key={group} name={group} />
      ))}
    </Screen>
  );
}
