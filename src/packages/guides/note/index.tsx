import { Canvas, Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { spoken } from '@/components/spoken';
import type { Guide } from '@/domain/guide/guide';
import { renderPicture, savePicture, showPicture } from '@/platform/taro/picture';
import { useParams } from '@/shell/params';
import { device } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { todayText } from '@/shell/today';
import { findGuide } from '../content';
import { NoGuide } from '../no-guide';
import { usePersonal } from '../personal';
import { pictureOf } from './draw';
import { noteOf, type Note } from './lines';
import './index.scss';

const CANVAS = 'note-canvas';
const onWeb = process.env.TARO_ENV === 'h5';

async function saveNote(note: Note): Promise<void> {
  const picture = await renderPicture(CANVAS, pictureOf(note));
  if (!picture.ok) {
    device.toast('没能生成图片，可以截屏保存这一页');
    return;
  }
  if (onWeb) {
    showPicture(picture.value);
    return;
  }
  const stored = await savePicture(picture.value);
  if (stored.ok) device.toast('已存到手机相册');
  else if (stored.error === 'denied') device.toast('没有存到相册的权限；可以截屏保存这一页');
  else showPicture(picture.value);
}

function NoteSheet({ note }: { readonly note: Note }) {
  return (
    <View className="card note">
      <Text className="note__title" {...spoken({ role: 'heading', level: 1 })}>
        {note.title}
      </Text>
      <Text className="quiet">{note.subtitle}</Text>
      {note.blocks.map(({ title, lines, boxes = false }) => (
        <View key={title} className="note__block">
          <Text className="note__head" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </Text>
          {lines.map((line) => (
            <Text key={line} className={`note__line${boxes ? ' note__line--box' : ''}`}>
              {line}
            </Text>
          ))}
        </View>
      ))}
      <Text className="quiet note__foot">{note.foot}</Text>
    </View>
  );
}

function NoteBody({ guide }: { readonly guide: Guide }) {
  const personal = usePersonal(guide);
  const [busy, setBusy] = useState(false);
  const note = noteOf(guide, personal, todayText());
  const save = (): void => {
    setBusy(true);
    void saveNote(note).finally(() => setBusy(false));
  };
  return (
    <Screen
      bar={
        <>
          {onWeb ? <Button text="打印" icon="print" onTap={() => window.print()} /> : null}
          <Button
            text={busy ? '正在生成…' : '存成图片'}
            kind="primary"
            icon="image"
            disabled={busy}
            onTap={save}
          />
        </>
      }
    >
      <NoteSheet note={note} />
      <Canvas type="2d" id={CANVAS} canvasId={CANVAS} className="note-canvas" {...spoken({ hidden: true })} />
    </Screen>
  );
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
