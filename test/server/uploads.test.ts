import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { paths, pathOf } from '@/contract/paths';
import { LARGEST_FILE } from '@/domain/form/file-limit';
import { accept } from '../../server/files/accept';
import { removeLoose, tidyName } from '../../server/files/attachments';
import { orientationOf } from '../../server/files/jpeg';
import { multipart, openApi, textField, type Api } from '../server-support/api';
import { openedForm } from '../server-support/applying';
import { comment, exif, jpeg, pdf, png } from '../server-support/pictures';

jest.setTimeout(60_000);

const SECRET = 'GPS 39.0587N 121.7818E iPhone of 张三';

const zeros = (n: number): Buffer => Buffer.alloc(n);

/** Files that are none of the three kinds, are broken, or can do something. */
const HOSTILE: Readonly<Record<string, Buffer>> = {
  empty: zeros(0),
  'one byte': zeros(1),
  zeros: zeros(1000),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  xml: Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'),
  exe: Buffer.from('MZ\x90\x00\x03PE'),
  elf: Buffer.from('\x7fELF\x02\x01\x01'),
  script: Buffer.from('#!/bin/sh\nrm -rf /\n'),
  zip: Buffer.from('504b0304140000000800', 'hex'),
  docx: Buffer.from('504b03041400060008000000210057', 'hex'),
  rar: Buffer.from('526172211a0700', 'hex'),
  gzip: gzipSync(zeros(100_000)),
  gif: Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'),
  bmp: Buffer.from('BM\x46\x00\x00\x00', 'latin1'),
  webp: Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1'),
  heic: Buffer.from('\x00\x00\x00\x18ftypheic', 'latin1'),
  mp4: Buffer.from('\x00\x00\x00\x18ftypmp42', 'latin1'),
  tiff: Buffer.from('49492a0008000000', 'hex'),
  text: Buffer.from('hello'),
  json: Buffer.from('{"a":1}'),
  'php in a gif': Buffer.from('GIF89a<?php system($_GET[0]); ?>'),
  'jpeg head only': Buffer.from('ffd8ffe0', 'hex'),
  'jpeg that stops in its frame': jpeg().subarray(0, 60),
  'jpeg that stops in its scan': jpeg().subarray(0, -2),
  'jpeg without a frame': Buffer.from('ffd8ffd9', 'hex'),
  'jpeg of size nought': jpeg({ width: 0 }),
  'jpeg of 65535 by 65535': jpeg({ width: 65_535, height: 65_535 }),
  'jpeg with two frames': jpeg({ before: [Buffer.from('ffc0000b080001000101011100', 'hex')] }),
  'jpeg with a segment of length nought': jpeg({ before: [Buffer.from('ffe10000', 'hex')] }),
  'jpeg with a segment past the end': jpeg({ before: [Buffer.from('ffe1ffff', 'hex')] }),
  'jpeg in a jpeg': jpeg({ before: [jpeg()] }),
  'bytes before a jpeg': Buffer.concat([Buffer.from('x'), jpeg()]),
  'png head only': png().subarray(0, 8),
  'png without pixels': Buffer.concat([png().subarray(0, 33), png().subarray(-12)]),
  'png with a wrong sum': Buffer.from(png()).fill(1, 29, 33),
  'png that stops': png().subarray(0, -12),
  'png of size nought': png({ width: 0 }),
  'png bomb': png({ width: 100_000, height: 100_000 }),
  'png with a chunk past the end': Buffer.concat([
    png().subarray(0, 33),
    Buffer.from('7fffffff49444154', 'hex'),
  ]),
  'png with a chunk before its head': Buffer.concat([png().subarray(0, 8), png().subarray(33)]),
  'pdf head only': Buffer.from('%PDF-1.7'),
  'pdf without an end': Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj'),
  'pdf of version 9': Buffer.from('%PDF-9.9\n%%EOF'),
  'pdf after html': Buffer.from(`<html>${pdf().toString()}`),
  'pdf with a script': pdf('<</S/JavaScript/JS(app.alert(1))>>'),
  'pdf with a hidden script': pdf('<</S/J#61vaScript/#4aS(app.alert(1))>>'),
  'pdf that launches': pdf('<</S/Launch/F(cmd.exe)>>'),
  'pdf with a file': pdf('<</Type/EmbeddedFile>>'),
  'pdf with files': pdf('<</Names<</EmbeddedFiles 2 0 R>>>>'),
  'pdf with media': pdf('<</Type/RichMedia>>'),
  'pdf with a form of Adobe': pdf('<</XFA 3 0 R>>'),
  'too large': Buffer.concat([jpeg(), zeros(LARGEST_FILE)]),
};

/** Names that came with a good file. */
const NAMES = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/absolute.jpg',
  'a.php',
  'a.jpg.exe',
  '<img src=x onerror=alert(1)>.jpg',
  "'; drop table attachments; --.jpg",
  'a‮gpj.exe',
  '名'.repeat(150) + '.jpg',
  '%00.jpg',
  '.',
  ' ',
  'con',
];

describe('what a file is', () => {
  it.each(Object.entries(HOSTILE))('refuses %s', (_name, bytes) => {
    expect(accept(bytes)).toBeUndefined();
  });

  it('takes the three kinds', () => {
    expect([jpeg(), png(), pdf()].map((bytes) => accept(bytes)?.type)).toEqual([
      'image/jpeg',
      'image/png',
      'application/pdf',
    ]);
  });

  it('leaves behind what a picture tells besides itself', () => {
    const before = [exif(6, SECRET), comment(SECRET)];
    const cleaned = accept(jpeg({ before, after: Buffer.from(`<?php ${SECRET}`) }))?.bytes;
    expect(cleaned?.includes('39.0587')).toBe(false);
    expect(cleaned?.includes('php')).toBe(false);
    expect(cleaned?.includes('张三')).toBe(false);
    const plain = png({
      more: [
        ['tEXt', SECRET],
        ['eXIf', SECRET],
        ['tIME', SECRET],
      ],
    });
    expect(accept(plain)?.bytes).toEqual(png());
  });

  it('keeps how a picture lies, and all that makes it', () => {
    const cleaned = accept(jpeg({ before: [exif(6, SECRET)] }))?.bytes ?? Buffer.alloc(0);
    expect(orientationOf(cleaned.subarray(6))).toBe(6);
    expect(accept(jpeg())?.bytes).toEqual(jpeg());
    expect(accept(cleaned)?.bytes).toEqual(cleaned);
  });

  it('never throws on a picture with any byte changed', () => {
    for (const whole of [jpeg({ before: [exif(3, SECRET)] }), png()])
      for (let at = 0; at < whole.length; at += 1)
        for (const value of [0, 0xff, 0x7f]) {
          const changed = Buffer.from(whole);
          changed[at] = value;
          expect(() => accept(changed)).not.toThrow();
        }
  });

  it('keeps of a name what can be shown', () => {
    expect(NAMES.map(tidyName).filter((name) => /[\\/\p{Cc}\p{Cf}]/u.test(name))).toEqual([]);
    expect(tidyName('../../a b.jpg')).toBe('a b.jpg');
  });
});

describe('uploads', () => {
  let api: Api;
  let token: string;

  beforeAll(async () => {
    api = await openApi();
    token = await api.signIn();
  });
  afterAll(() => api.close());

  it('answers every hostile file with a problem, and stores none', async () => {
    for (const [name, bytes] of Object.entries(HOSTILE)) {
      const response = await api.upload(token, bytes, `${name}.jpg`);
      expect([name, response.statusCode]).toEqual([name, bytes.length > LARGEST_FILE ? 413 : 422]);
    }
    expect(readdirSync(api.folder)).toEqual([]);
    expect(await api.database.db.selectFrom('attachments').select('id').execute()).toEqual([]);
  });

  it('says how large a file may be, also where a form’s list allows 20 MB', async () => {
    const { form } = openedForm('legal-aid');
    expect(form.fields.some((field) => 'maxSize' in field && Number(field.maxSize) > LARGEST_FILE)).toBe(
      true,
    );
    const response = await api.upload(token, Buffer.alloc(15 * 1_048_576, 1));
    expect([response.statusCode, response.json().code]).toEqual([413, 'tooLarge']);
    expect(textField(response, 'detail')).toContain('10 MB');
  });

  it.each(NAMES)('stores %j under a name of its own', async (name) => {
    const response = await api.upload(token, jpeg(), name.replace(/"/g, ''));
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ type: 'image/jpeg', state: 'quarantined' });
    const found = await api.call('GET', pathOf(paths.file, { id: textField(response, 'id') }), { token });
    expect(found.rawPayload).toEqual(jpeg());
    expect(found.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.'()*!~-]+$/);
    expect(found.headers['content-security-policy']).toContain('sandbox');
  });

  it('gives a file to its owner alone, and only with a session', async () => {
    const path = pathOf(paths.file, { id: textField(await api.upload(token, png()), 'id') });
    expect((await api.call('GET', path)).statusCode).toBe(401);
    const other = await api.signIn('zhang');
    expect((await api.call('GET', path, { token: other })).statusCode).toBe(404);
    expect((await api.call('DELETE', path, { token: other })).statusCode).toBe(404);
    expect((await api.call('DELETE', path, { token })).statusCode).toBe(204);
    expect((await api.call('GET', path, { token })).statusCode).toBe(404);
  });

  it('refuses what is no upload', async () => {
    const wrong = [
      { body: { file: 'x' } },
      { headers: { 'content-type': 'multipart/form-data; boundary=a' }, payload: '--b\r\n' },
      { headers: { 'content-type': 'multipart/form-data' }, payload: 'x' },
    ];
    for (const asked of wrong)
      expect((await api.call('POST', paths.files, { token, ...asked })).statusCode).toBe(400);
    const two = multipart(jpeg(), 'a.jpg');
    expect((await api.call('POST', paths.files, { ...two })).statusCode).toBe(401);
  });

  it('removes files that no case took, once they are old', async () => {
    await api.upload(token, jpeg());
    expect(await removeLoose(api.service.store, api.service.files, { before: api.clock.now })).toBe(0);
    expect(
      await removeLoose(api.service.store, api.service.files, { before: api.clock.now + 1 }),
    ).toBeGreaterThan(0);
    expect(await api.database.db.selectFrom('attachments').select('id').execute()).toEqual([]);
  });
});
