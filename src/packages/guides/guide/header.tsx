import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import { formatDate } from '@/domain/shared/civil-date';
import { freshnessOf } from '@/domain/guide/freshness';
import type { Guide } from '@/domain/guide/guide';
import { departmentName } from '@/shell/catalogue';
import { saved } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { withFavourite } from '@/stores/saved';

function Favourite({ id }: { readonly id: string }) {
  const kept = useStore(saved.store, ({ favourites }) => favourites.includes(id));
  return (
    <Tap
      className={`favourite${kept ? ' favourite--on' : ''}`}
      role="switch"
      label="收藏"
      checked={kept}
      onTap={() => saved.store.setState((state) => withFavourite(state, id, !kept))}
    >
      <Icon name={kept ? 'star-full' : 'star'} />
      <Text className="favourite__text">{kept ? '已收藏' : '收藏'}</Text>
    </Tap>
  );
}

/** 保鲜签: who answers for what is written here, and since when. */
function FreshnessSeal({ guide }: { readonly guide: Guide }) {
  const { confirmed, on, by, overdue } = freshnessOf(guide, nowInShanghai().date);
  const lookup = guide.depth === 'lookup' ? '内容依据法律和通行做法，本地细节请先电话确认。' : '';
  if (overdue) return <Notice kind="stop" text={`资料已过复核日（整理于 ${on}），去之前请先电话确认。`} />;
  if (confirmed) return <Notice kind="done" text={`${by ?? '责任部门'}于 ${on} 确认。`} />;
  return <Notice kind="wait" text={`资料整理版，未经责任部门确认（整理于 ${on}）。${lookup}`} />;
}

export function Header({ guide }: { readonly guide: Guide }) {
  const retired = guide.retiredOn !== undefined && guide.retiredOn <= formatDate(nowInShanghai().date);
  return (
    <View className="guide-head">
      <View className="guide-head__top">
        <View className="guide-head__words">
          <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
            {guide.name}
          </Text>
          <Text className="quiet">
            {guide.commonName} · {departmentName(guide.department)}
          </Text>
        </View>
        <Favourite id={guide.id} />
      </View>
      <Text className="guide-head__summary">{guide.summary}</Text>
      {retired ? <Notice kind="stop" text={`这件事已于 ${guide.retiredOn ?? ''} 停办。`} /> : null}
      <FreshnessSeal guide={guide} />
    </View>
  );
}
