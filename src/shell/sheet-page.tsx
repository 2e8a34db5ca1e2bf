import { Canvas } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button/button';
import { pictureOf } from '@/components/sheet/draw';
import { Sheet } from '@/components/sheet/sheet';
import type { SheetData } from '@/components/sheet/sheet-data';
import { spoken } from '@/components/spoken';
import { renderPicture, savePicture, showPicture } from '@/platform/taro/picture';
import { device } from './ports';
import { Screen } from './screen';

const CANVAS = 'sheet-canvas';
const onWeb = process.env.TARO_ENV === 'h5';

async function saveSheet(sheet: SheetData): Promise<void> {
  const picture = await renderPicture(CANVAS, pictureOf(sheet));
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

/** A page that is one sheet of paper: to read, to save as a picture and, in a browser, to print. */
export function SheetPage({ sheet, children }: { readonly sheet: SheetData; readonly children?: ReactNode }) {
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    setBusy(true);
    void saveSheet(sheet).finally(() => setBusy(false));
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
      {children}
      <Sheet sheet={sheet} />
      <Canvas
        type="2d"
        id={CANVAS}
        canvasId={CANVAS}
        className="paper-canvas"
        {...spoken({ hidden: true })}
      />
    </Screen>
  );
}
