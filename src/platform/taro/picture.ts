import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { DeviceFault, Pen, Picture } from '../ports';
import { messageOf } from './message';

interface Surface {
  width: number;
  height: number;
  readonly getContext: (kind: '2d') => Pen;
}

/** Twice the size: sharp on a phone, printable on A4. */
const SCALE = 2;

const isSurface = (value: unknown): value is Surface =>
  typeof value === 'object' && value !== null && 'getContext' in value;

function surfaceOf(id: string): Promise<Surface | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: readonly ({ node?: unknown } | null)[]) => {
        const node = found[0]?.node;
        resolve(isSurface(node) ? node : undefined);
      });
  });
}

/** Draws into the canvas of that id and gives the address of an image file (H5: a data address). */
export async function renderPicture(
  canvasId: string,
  { width, height, draw }: Picture,
): Promise<Result<string, DeviceFault>> {
  const surface = await surfaceOf(canvasId);
  if (surface === undefined) return err('failed');
  surface.width = width * SCALE;
  surface.height = height * SCALE;
  const pen = surface.getContext('2d');
  pen.scale(SCALE, SCALE);
  draw(pen);
  if (surface instanceof Object && process.env.TARO_ENV === 'h5' && 'toDataURL' in surface) {
    const { toDataURL } = surface;
    return typeof toDataURL === 'function' ? ok(String(toDataURL.call(surface, 'image/png'))) : err('failed');
  }
  try {
    const canvas: unknown = surface;
    const options = {
      canvas,
      width,
      height,
      destWidth: width * SCALE,
      destHeight: height * SCALE,
      fileType: 'png',
    };
    const { tempFilePath } = await toTempFile(options);
    return ok(tempFilePath);
  } catch {
    return err('failed');
  }
}

/** Taro's types know only the old canvas, by id; the 2D one goes by its node. */
const toTempFile: (options: object) => Promise<{ tempFilePath: string }> = (options) =>
  new Promise((resolve, reject) => {
    void Taro.canvasToTempFilePath(Object.assign({ canvasId: '', success: resolve, fail: reject }, options));
  });

export async function savePicture(path: string): Promise<Result<void, DeviceFault>> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path });
    return ok(undefined);
  } catch (error) {
    return err(/cancel|deny|denied|auth/i.test(messageOf(error)) ? 'denied' : 'failed');
  }
}

export const showPicture = (path: string): void => void Taro.previewImage({ urls: [path], current: path });
