import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunksOf, firstLoad } from './h5-size';

const entry = (home: string): string =>
  `x.routes=[Object.assign({"path":"pages/home/index","load":function load(a,u){return[${home},a,u]}},{}),` +
  `Object.assign({"path":"pages/mine/index","load":function load(a,u){return[w.e(9).then(w.bind(w,9)),a,u]}},{})]`;

const ONE = 'w.e(754).then(w.bind(w,2754))';
const TWO = 'Promise.all([w.e("shared"),w.e(754)]).then(w.bind(w,2754))';

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'h5-size-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

function built(files: Readonly<Record<string, string>>): string {
  for (const kind of ['js', 'css']) mkdirSync(join(dist, kind));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dist, path), text);
  return dist;
}

const PAGE =
  '<script src="/js/app.ab12.js"></script><link rel="prefetch" href="/js/guides.cd34.js" as="script">';

describe('first load of the H5 build', () => {
  it('reads the chunks of one page out of the route table', () => {
    expect(chunksOf(entry(ONE), 'pages/home/index')).toEqual(['754']);
    expect(chunksOf(entry(TWO), 'pages/home/index')).toEqual(['shared', '754']);
    expect(chunksOf(entry(ONE), 'pages/mine/index')).toEqual(['9']);
    expect(chunksOf(entry(ONE), 'pages/none/index')).toEqual([]);
  });

  it('counts the entry and the home page, not what is fetched later', () => {
    const base = { 'index.html': PAGE, 'js/app.ab12.js': entry(TWO), 'js/guides.cd34.js': 'g'.repeat(1e6) };
    const more = { 'js/shared.1.js': 's', 'js/754.2.js': 'h', 'css/754.3.css': 'c', 'js/9.4.js': 'm' };
    expect(firstLoad(built({ ...base, ...more })).what).toContain('5 个文件');
  });

  it('throws rather than count too little', () => {
    expect(() => firstLoad(built({ 'index.html': PAGE, 'js/app.ab12.js': 'nothing' }))).toThrow('home page');
  });
});
