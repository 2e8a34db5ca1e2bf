import { Text, View } from '@tarojs/components';
import { Chip } from '@/components/chip/chip';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { Guide, Situation } from '@/domain/guide/guide';
import type { Personal } from '../personal';

function Question({ situation, personal }: { readonly situation: Situation; readonly personal: Personal }) {
  const { id, ask, why, options } = situation;
  const chosen = personal.answers[id];
  const hint = options.find((option) => option.id === chosen)?.hint;
  return (
    <View className="question">
      <Text className="question__ask">{ask}</Text>
      {why === undefined ? null : <Text className="quiet question__why">{why}</Text>}
      <View className="wrap" {...spoken({ role: 'radiogroup', label: ask })}>
        {options.map((option) => (
          <Chip
            key={option.id}
            text={option.label}
            chosen={option.id === chosen}
            onTap={() => personal.answer(id, option.id)}
          />
        ))}
      </View>
      {hint === undefined ? null : <Text className="question__hint">{hint}</Text>}
    </View>
  );
}

/** More unanswered questions than this would push the materials off the first screens. */
const AT_ONCE = 2;

/** 情形引导: answered questions stay, to be changed; of the others only those that still matter are asked. */
export function Situations({ guide, personal }: { readonly guide: Guide; readonly personal: Personal }) {
  const next = personal.guide.toAsk.slice(0, AT_ONCE).map(({ id }) => id);
  const shown = guide.situations.filter(({ id }) => next.includes(id) || personal.answers[id] !== undefined);
  const more = personal.guide.toAsk.length - next.length;
  if (shown.length === 0) return null;
  return (
    <Section title="您是哪种情况？">
      <View className="card stack">
        <Text className="quiet">选了以后，下面的材料和去处只留您要的。不清楚可以不选。</Text>
        {shown.map((situation) => (
          <Question key={situation.id} situation={situation} personal={personal} />
        ))}
        {more === 0 ? null : <Text className="quiet question__more">答了上面的，还有 {more} 问。</Text>}
      </View>
    </Section>
  );
}
