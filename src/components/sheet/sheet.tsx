import { Text, View } from '@tarojs/components';
import { spoken } from '../spoken';
import type { SheetData } from './sheet-data';
import './sheet.scss';
import '../card/card.scss';

export function Sheet({ sheet }: { readonly sheet: SheetData }) {
  return (
    <View className="card paper">
      <Text className="paper__title" {...spoken({ role: 'heading', level: 1 })}>
        {sheet.title}
      </Text>
      <Text className="quiet">{sheet.subtitle}</Text>
      {sheet.blocks.map(({ title, lines, boxes = false }) => (
        <View key={title} className="paper__block">
          <Text className="paper__head" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </Text>
          {lines.map((line) => (
            <Text key={line} className={`paper__line${boxes ? ' paper__line--box' : ''}`}>
              {line}
            </Text>
          ))}
        </View>
      ))}
      <Text className="quiet paper__foot">{sheet.foot}</Text>
    </View>
  );
}
