import { Text, View } from '@tarojs/components';
import { spoken } from '../spoken';
import type { SheetData } from './sheet-data';
import './sheet.scss';

export function Sheet({ sheet }: { readonly sheet: SheetData }) {
  return (
    <View className="card sheet">
      <Text className="sheet__title" {...spoken({ role: 'heading', level: 1 })}>
        {sheet.title}
      </Text>
      <Text className="quiet">{sheet.subtitle}</Text>
      {sheet.blocks.map(({ title, lines, boxes = false }) => (
        <View key={title} className="sheet__block">
          <Text className="sheet__head" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </Text>
          {lines.map((line) => (
            <Text key={line} className={`sheet__line${boxes ? ' sheet__line--box' : ''}`}>
              {line}
            </Text>
          ))}
        </View>
      ))}
      <Text className="quiet sheet__foot">{sheet.foot}</Text>
    </View>
  );
}
