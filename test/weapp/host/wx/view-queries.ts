import { type Bag, isFunction, isRecord } from '../values';
import type { Phone } from './phone';

/** Without layout every box is the screen's width and one line high; a canvas draws on nothing. */
const box = (phone: Phone): Bag => ({
  left: 0,
  top: 0,
  right: phone.width,
  bottom: 24,
  width: phone.width,
  height: 24,
  scrollLeft: 0,
  scrollTop: 0,
  scrollWidth: phone.width,
  scrollHeight: phone.height,
  dataset: {},
  id: '',
});

/** wx.createSelectorQuery, observers, canvas and animation: shapes without pixels. */
export function viewQueriesApi(phone: Phone): Bag {
  return {
    createSelectorQuery: () => selectorQuery(phone),
    createIntersectionObserver: () => observer,
    createMediaQueryObserver: () => observer,
    createOffscreenCanvas: () => canvas(),
    createAnimation: () => chain(() => ({ actions: [] })),
    getFileSystemManager: () => fileSystem,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    loadFontFace: () => undefined,
  };
}

function selectorQuery(phone: Phone): Bag {
  const results: unknown[] = [];
  const callbacks: [unknown, unknown][] = [];
  const ask = (value: unknown) => (callback: unknown) => {
    results.push(value);
    callbacks.push([callback, value]);
    return query;
  };
  const nodes = (many: boolean): Bag => {
    const found = many ? [box(phone)] : box(phone);
    return {
      boundingClientRect: ask(found),
      scrollOffset: ask(found),
      context: ask({ context: {} }),
      node: ask({ node: canvas() }),
      fields: (fields: unknown, callback: unknown) => {
        const wantsNode = isRecord(fields) && fields['node'] === true;
        return ask(wantsNode ? { ...box(phone), node: canvas() } : found)(callback);
      },
    };
  };
  const query: Bag = {
    in: () => query,
    select: () => nodes(false),
    selectAll: () => nodes(true),
    selectViewport: () => nodes(false),
    exec: (done: unknown) => {
      phone.clock.after(() => {
        for (const [callback, value] of callbacks) if (isFunction(callback)) callback(value);
        if (isFunction(done)) done(results);
      }, 0);
      return query;
    },
  };
  return query;
}

const observer: Bag = {
  relativeTo: () => observer,
  relativeToViewport: () => observer,
  observe: () => undefined,
  disconnect: () => undefined,
};

const fileSystem: Bag = {
  writeFileSync: () => undefined,
  readFileSync: () => '',
  accessSync: () => undefined,
  unlinkSync: () => undefined,
};

function canvas(): Bag {
  const surface: Bag = { width: 300, height: 150 };
  surface['getContext'] = () => context2d(surface);
  surface['createImage'] = () => ({ src: '' });
  surface['requestAnimationFrame'] = () => 0;
  surface['toDataURL'] = () => 'data:image/png;base64,';
  return surface;
}

/** A drawing context that accepts the standard calls and properties and knows the width of text. */
function context2d(surface: Bag): Bag {
  const calls = [
    ...['fillRect', 'strokeRect', 'clearRect', 'fillText', 'strokeText', 'beginPath', 'closePath', 'moveTo'],
    ...['lineTo', 'arc', 'arcTo', 'rect', 'roundRect', 'fill', 'stroke', 'clip', 'save', 'restore', 'scale'],
    ...[
      'translate',
      'rotate',
      'setTransform',
      'drawImage',
      'quadraticCurveTo',
      'bezierCurveTo',
      'setLineDash',
    ],
  ];
  return {
    canvas: surface,
    font: '10px sans-serif',
    measureText: (text: unknown) => ({ width: String(text).length * 14 }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    ...Object.fromEntries(calls.map((name) => [name, () => undefined])),
  };
}

const chain = (end: () => unknown): Bag => {
  const self: Bag = { export: end };
  for (const name of [
    'opacity',
    'translate',
    'translateX',
    'translateY',
    'scale',
    'rotate',
    'step',
    'height',
  ])
    self[name] = () => self;
  return self;
};
