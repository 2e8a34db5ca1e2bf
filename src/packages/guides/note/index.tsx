import { useShareAppMessage } from '@tarojs/taro';
import type { Guide } from '@/domain/guide/guide';
import { useParams } from '@/shell/params';
import { SheetPage } from '@/shell/sheet-page';
import { todayText } from '@/shell/today';
import { findGuide } from '../content';
import { NoGuide } from '../no-guide';
import { usePersonal } from '../personal';
import { noteOf } from './lines';

function NoteBody({ guide }: { readonly guide: Guide }) {
  return <SheetPage sheet={noteOf(guide, usePersonal(guide), todayText())} />;
}

export default function NotePage() {
  const params = useParams();
  const guide = findGuide(params['id']);
  useShareAppMessage(() => ({
    title: guide === undefined ? '金普民生：办事小抄' : `办事小抄：${guide.commonName}要带什么`,
    path: guide === undefined ? '/pages/home/index' : `/packages/guides/note/index?id=${guide.id}`,
  }));
  return guide === undefined ? <NoGuide /> : <NoteBody guide={guide} />;
}
