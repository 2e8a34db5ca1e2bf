import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { iconOf } from '@/components/icon/names';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { nearestThemes } from '@/domain/search/nearest-themes';
import catalogue from '@/generated/catalogue';
import reference from '@/generated/reference';
import searchIndex from '@/generated/search-index';
import { device, go } from '@/shell/ports';

const shorten = (text: string): string =>
  [...text].length > 16 ? `${[...text].slice(0, 16).join('')}…` : text;

/** Nothing fits well enough: no guess is shown, but ways on are. */
export function Nothing({ query }: { readonly query: string }) {
  const near = nearestThemes(searchIndex, query, catalogue);
  const themes = reference.themes.filter(({ id }) => near.length === 0 || near.includes(id));
  return (
    <View>
      <Empty
        icon="search"
        title={`没有找到“${shorten(query)}”`}
        text="换个说法试试，比如只说要办的证或要领的钱；89 项常用指南里没有的事，可以问 12345。"
      >
        <Button text="拨打 12345" kind="primary" icon="phone" onTap={() => void device.call('12345')} />
      </Empty>
      <Section title={near.length === 0 ? '也可以按主题找' : '也许在这些主题里'}>
        <Card className="card--list">
          {themes.map(({ id, name, icon }) => (
            <Row key={id} title={name} icon={iconOf(icon)} onTap={() => go('topic', { kind: 'theme', id })} />
          ))}
        </Card>
      </Section>
    </View>
  );
}
