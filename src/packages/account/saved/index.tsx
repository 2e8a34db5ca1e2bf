import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { GuideRow } from '@/components/guide-row/guide-row';
import { Section } from '@/components/section/section';
import { guidesOf } from '@/shell/catalogue';
import { go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { saved } from '@/shell/stores';

/** One parent holds at most so many rows; older favourites fold into a second list. */
const ROWS = 30;

function List({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const guides = guidesOf(ids);
  if (guides.length === 0) return null;
  const pages = Array.from({ length: Math.ceil(guides.length / ROWS) }, (_, index) =>
    guides.slice(index * ROWS, (index + 1) * ROWS),
  );
  return (
    <Section title={`${title}（${guides.length}）`}>
      {pages.map((page) => (
        <Card key={page[0]?.id ?? ''} className="card--list">
          {page.map((guide) => (
            <GuideRow key={guide.id} guide={guide} onOpen={(id) => go('guide', { id })} />
          ))}
        </Card>
      ))}
    </Section>
  );
}

export default function SavedPage() {
  const { favourites, recents } = useStore(saved.store);
  return (
    <Screen>
      <List title="我的收藏" ids={favourites} />
      <List title="最近看过" ids={recents.filter((id) => !favourites.includes(id))} />
      {favourites.length + recents.length === 0 ? (
        <Empty icon="star" title="还没有收藏" text="在指南页点右上角的星，下次在这里找。看过的也会留在这里。">
          <Button text="去找要办的事" kind="primary" onTap={() => go('services')} />
        </Empty>
      ) : null}
    </Screen>
  );
}
