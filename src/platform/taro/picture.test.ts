import type { Pen } from '../ports';
import { renderPicture, savePicture, showPicture } from './picture';

const drawn: string[] = [];
const pen: Pen = {
  fillStyle: '',
  strokeStyle: '',
  lineWidth: 1,
  font: '',
  textBaseline: '',
  fillRect: () => void drawn.push('rect'),
  strokeRect: () => undefined,
  fillText: (text) => void drawn.push(text),
  measureText: () => ({ width: 10 }),
  scale: (x, y) => void drawn.push(`scale ${x} ${y}`),
};
const surface = { width: 0, height: 0, getContext: () => pen };
let node: unknown;
let fileFault: unknown;
const asked: (readonly [string, unknown])[] = [];
const album = jest.fn();

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    createSelectorQuery: () => {
      const query = {
        select: (selector: string) => {
          asked.push(['select', selector]);
          return query;
        },
        fields: () => query,
        exec: (done: (found: unknown) => void) => done([node === undefined ? null : { node }]),
      };
      return query;
    },
    canvasToTempFilePath: (options: { success: (v: unknown) => void; fail: (v: unknown) => void }) => {
      asked.push(['file', options]);
      if (fileFault === undefined) options.success({ tempFilePath: 'wxfile://note.png' });
      else options.fail(fileFault);
      return Promise.resolve();
    },
    saveImageToPhotosAlbum: (options: unknown): unknown => album(options),
    previewImage: (options: unknown) => {
      asked.push(['preview', options]);
      return Promise.resolve();
    },
  },
}));

const picture = { width: 360, height: 500, draw: (to: Pen) => to.fillText('一行', 0, 0) };

beforeEach(() => {
  node = surface;
  fileFault = undefined;
  drawn.length = 0;
  asked.length = 0;
  album.mockReset();
});

describe('renderPicture', () => {
  it('draws at twice the size into the canvas of that id', async () => {
    expect(await renderPicture('note', picture)).toEqual({ ok: true, value: 'wxfile://note.png' });
    expect([surface.width, surface.height, drawn]).toEqual([720, 1000, ['scale 2 2', '一行']]);
    expect(asked).toMatchObject([
      ['select', '#note'],
      ['file', { canvas: surface, destWidth: 720, destHeight: 1000, fileType: 'png' }],
    ]);
  });

  it('fails where there is no canvas or no file', async () => {
    node = undefined;
    expect(await renderPicture('note', picture)).toEqual({ ok: false, error: 'failed' });
    node = surface;
    fileFault = { errMsg: 'canvasToTempFilePath:fail' };
    expect(await renderPicture('note', picture)).toEqual({ ok: false, error: 'failed' });
  });
});

describe('savePicture', () => {
  it.each([
    ['denied', { errMsg: 'saveImageToPhotosAlbum:fail cancel' }],
    ['denied', { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }],
    ['denied', { errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized' }],
    ['failed', { errMsg: 'saveImageToPhotosAlbum:fail system error' }],
  ])('calls it %s when it fails with %p', async (fault, error) => {
    album.mockRejectedValue(error);
    expect(await savePicture('wxfile://note.png')).toEqual({ ok: false, error: fault });
  });

  it('saves or shows the file', async () => {
    album.mockResolvedValue({});
    expect(await savePicture('wxfile://note.png')).toMatchObject({ ok: true });
    showPicture('wxfile://note.png');
    expect(asked).toEqual([['preview', { urls: ['wxfile://note.png'], current: 'wxfile://note.png' }]]);
  });
});
