/** Pages as pictures, and the QR in them: PDFium, the engine of Chrome's viewer, draws, and jsQR reads. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. */
  readonly grey: Uint8Array;
}

const POINTS_PER_INCH = 72;

/** `page` from 0. */
export async function pagePicture(pdf: Uint8Array, page: number, dpi: number): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { width, height, data } = await document
    .getPage(page)
    .render({ scale: dpi / POINTS_PER_INCH, colorSpace: 'Gray', render: 'bitmap' });
  const picture = { width, height, grey: Uint8Array.from(data) };
  document.destroy();
  library.destroy();
  return picture;
}

const at = ({ width, height, grey }: Picture, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255);

function drawn(width: number, height: number, pixel: (x: number, y: number) => number): Picture {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) grey[y * width + x] = pixel(x, y);
  return { width, height, grey };
}

/** The quarter of a page in which the QR is: with less to look at, it is found sooner. */
export const upperRight = (from: Picture): Picture => {
  const left = from.width >> 1;
  return drawn(from.width - left, from.height >> 1, (x, y) => at(from, left + x, y));
};

/** Each pixel the mean of four. */
export const halved = (from: Picture): Picture =>
  drawn(from.width >> 1, from.height >> 1, (x, y) => {
    const [left, top] = [2 * x, 2 * y];
    return (
      (at(from, left, top) +
        at(from, left + 1, top) +
        at(from, left, top + 1) +
        at(from, left + 1, top + 1)) /
      4
    );
  });

/** About its middle, between the pixels by their nearness; what was not in the picture is white. */
export function turned(from: Picture, degrees: number): Picture {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const side = Math.ceil(Math.hypot(from.width, from.height));
  return drawn(side, side, (x, y) => {
    const [dx, dy] = [x - side / 2, y - side / 2];
    const [sx, sy] = [cos * dx + sin * dy + from.width / 2, cos * dy - sin * dx + from.height / 2];
    const [left, top] = [Math.floor(sx), Math.floor(sy)];
    const [fx, fy] = [sx - left, sy - top];
    const upper = at(from, left, top) * (1 - fx) + at(from, left + 1, top) * fx;
    const lower = at(from, left, top + 1) * (1 - fx) + at(from, left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  });
}

/** What the QR in the picture says; `undefined` when there is none that can be read. */
export function qrIn({ width, height, grey }: Picture): string | undefined {
  const colours = new Uint8ClampedArray(4 * grey.length).fill(255);
  for (let i = 0; i < grey.length; i++) colours.fill(grey[i] ?? 255, 4 * i, 4 * i + 3);
  return jsQR(colours, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
