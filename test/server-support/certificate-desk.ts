/** The console over a few certificate cases of each kind, on a port of its own. */
import { DEMO_KEY_ID, demoSecret } from '../../server/certificate-paper/demo-key';
import { certificateMaker } from '../../server/certificate-paper/maker';
import { privateKey } from '../../server/certificate-paper/sign';
import { openApi } from './api';
import {
  answers,
  asCompany,
  creditCodes,
  decides,
  departments,
  ofCompany,
  recordOf,
  reviews,
  stateOf,
  taken,
  testCourier,
  type Taken,
} from './certificates';
import { addDesk, openDesk, type Desk } from './desk';

interface Cookie {
  readonly name: string;
  readonly value: string;
}

export interface ConsolePage {
  readonly name: string;
  readonly path: string;
  /** Of who is signed in; nobody is on the public page. */
  readonly cookie?: Cookie;
}

export interface OpenConsole {
  readonly origin: string;
  readonly pages: readonly ConsolePage[];
  readonly close: () => Promise<void>;
}

const cookieOf = ({ cookie }: Desk): Cookie => {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value };
};

const LONG = '大连金普新区某某某某(集团)国际供应链管理与高端装备研究开发制造股份有限公司';

export async function openConsole(): Promise<OpenConsole> {
  const key = privateKey(DEMO_KEY_ID, demoSecret());
  if (!key) throw new Error('no demo key');
  const maker = certificateMaker({ key, demo: true, origin: 'https://example.com' });
  const api = await openApi({ certificate: { maker, courier: testCourier() } });
  await addDesk(api, 'tax-desk', [{ role: 'reviewer', department: 'tax' }]);
  await addDesk(api, 'court-desk', [{ role: 'reviewer', department: 'court' }]);
  await addDesk(api, 'lead', [{ role: 'coordinator', department: '*' }]);
  await addDesk(api, 'watch', [{ role: 'supervisor', department: '*' }]);
  const [tax, court, lead, watch] = [
    await openDesk(api, 'tax-desk'),
    await openDesk(api, 'court-desk'),
    await openDesk(api, 'lead'),
    await openDesk(api, 'watch'),
  ];
  const codes = creditCodes();
  const { store } = api.service;
  const at = api.clock.now;
  const handedIn = async (chosen: readonly string[], count = 1): Promise<Taken> => {
    const code = codes();
    const { company, entities } = ofCompany(code);
    const more = Array.from({ length: count - 1 }, (_, i) => ({
      kind: 'branch' as const,
      creditCode: codes(),
      name: i === 0 ? LONG : `演示第 ${i + 1} 分公司`,
      district: i === 2 ? '210102' : '210213',
    }));
    const materials = (['listing-progress', 'entity-list'] as const).map((kind) => ({
      kind,
      title: kind,
      files: ['x'.repeat(16)],
    }));
    return taken(
      store,
      {
        company: { ...company, name: LONG },
        entities: [...entities, ...more],
        materials,
        departments: [...chosen],
        scopeConfirmed: true,
      },
      { at },
    );
  };
  const accepted = async (chosen: readonly string[], count = 1): Promise<string> => {
    const { receipt } = await handedIn(chosen, count);
    await decides(api.service, receipt, { kind: 'accepted' }, at);
    return receipt;
  };

  const running = await accepted(departments, 5);
  for (const id of ['finance', 'water', 'health']) await answers(store, running, id, undefined, at);
  await answers(store, running, 'ecology', recordOf('minor'), at);
  await reviews(store, running, 'science', { kind: 'recused', reason: '不属本部门' }, at);
  await reviews(store, running, 'tax', { kind: 'asked', text: '请说明 2024 年的情况' }, at);
  await reviews(store, running, 'court', { kind: 'externalWait', reason: '线下查询' }, at);
  const fresh = await accepted(['tax', 'court'], 3);
  const done = await accepted(['tax']);
  await answers(store, done, 'tax', undefined, at);
  await decides(api.service, done, { kind: 'decided' }, at);
  const ready = await accepted(['tax']);
  await answers(store, ready, 'tax', undefined, at);
  const complained = await handedIn(['tax']);
  for (const text of ['没有回音', '两次说的不一样'])
    await asCompany(store, complained, { kind: 'complained', text }, at);
  const [paper] = (await stateOf(store, done, at)).certificates;

  const origin = await api.app.listen({ port: 0, host: '127.0.0.1' });
  const [asTax, asCourt] = [cookieOf(tax), cookieOf(court)];
  const [asLead, asWatch] = [cookieOf(lead), cookieOf(watch)];
  return {
    origin,
    pages: [
      { name: 'task-queue', path: '/console/certificate-tasks', cookie: asTax },
      { name: 'task', path: `/console/certificate-tasks/${fresh}/tax`, cookie: asTax },
      { name: 'task-asked', path: `/console/certificate-tasks/${running}/tax`, cookie: asTax },
      { name: 'task-outside', path: `/console/certificate-tasks/${running}/court`, cookie: asCourt },
      { name: 'board', path: '/console/certificates', cookie: asLead },
      { name: 'case', path: `/console/certificates/${running}`, cookie: asLead },
      { name: 'case-ready', path: `/console/certificates/${ready}`, cookie: asLead },
      { name: 'case-issued', path: `/console/certificates/${done}`, cookie: asLead },
      { name: 'matrix', path: `/console/certificates/${running}/matrix`, cookie: asLead },
      { name: 'complaints', path: '/console/complaints', cookie: asWatch },
      { name: 'case-complained', path: `/console/certificates/${complained.receipt}`, cookie: asWatch },
      { name: 'verify', path: '/verify' },
      { name: 'verify-valid', path: `/verify?code=${paper?.code ?? ''}` },
      { name: 'verify-unknown', path: '/verify?code=2222222222222222' },
    ],
    close: api.close,
  };
}
