import { View } from '@tarojs/components';
import reference from '@/generated/certificate/reference';
import { ChoiceAt, LineAt } from '../fields';
import type { Filling, Wrong } from '../filling';

const options = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));

const PURPOSES = options(reference.purposes);
const BOARDS = options(reference.boards);

export function PurposePart({
  filling: { application },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const chosen = reference.purposes.find(({ id }) => id === application.purpose);
  return (
    <View>
      <ChoiceAt place="purpose" label="用在哪里" options={PURPOSES} wrong={wrong} />
      <View>
        {chosen?.board === true ? (
          <ChoiceAt place="board" label="拟上市的板块" options={BOARDS} wrong={wrong} />
        ) : null}
        {chosen?.note === true ? <LineAt place="purposeNote" label="写明用途" wrong={wrong} /> : null}
      </View>
    </View>
  );
}
