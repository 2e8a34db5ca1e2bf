/** Signing by a link, and acting for a company. */
import type { Host } from '../host/host';
import { SigningServer } from '../support/signing-server';
import { NOW, press } from './applicant';
import { faults, first, start, toasts } from './person';

const at = {
  sign: 'packages/apply/sign/index',
  companies: 'packages/apply/companies/index',
} as const;

const open = (server: SigningServer, page: string, query: Record<string, string> = {}) =>
  start({ now: NOW, server: server.handle, path: page, query });

const alerts = (host: Host): readonly string[] => host.getAllByRole('alert').map(({ text }) => text);

const typeBy = async (host: Host, name: string, value: string): Promise<void> => {
  await host.input(first(host.getAllByRole('textbox', { name }), name), value);
};

describe('the signer', () => {
  it('reads, agrees and signs, once', async () => {
    const server = new SigningServer();
    const host = await open(server, at.sign, { t: 'x'.repeat(43) });
    expect(host.hasText('签名就是同意：核对您的收入。')).toBe(true);
    await press(host, '签名');
    expect([alerts(host).length, server.signed]).toEqual([1, []]);
    await host.tap(host.getByRole('checkbox'));
    await press(host, '签名');
    expect(server.signed).toEqual([{ token: 'x'.repeat(43), digest: 'd'.repeat(64), agreed: true }]);
    expect(host.hasText('签好了')).toBe(true);
    expect(faults(host)).toEqual([]);
  });

  it.each(['ended', 'closed', 'dead', 'wrongPerson', 'noRealName'] as const)(
    'is told why there is nothing to sign: %s',
    async (state) => {
      const server = new SigningServer();
      server.signing = { state, document: null };
      const host = await open(server, at.sign, { t: 'x' });
      expect(host.getAllByRole('checkbox')).toEqual([]);
      expect(host.getAllByRole('button', { name: '回首页' }).length).toBe(1);
      expect(faults(host)).toEqual([]);
    },
  );
});

describe('my companies', () => {
  it('are named, and others let act for them until it is revoked', async () => {
    const server = new SigningServer();
    const host = await open(server, at.companies);
    expect(host.hasText('您是法定代表人')).toBe(true);
    await press(host, '授权');
    expect(alerts(host).length).toBe(2);
    await typeBy(host, '姓名', '张建国');
    await typeBy(host, '身份证号', '210213192611239995');
    await press(host, '授权');
    expect(server.grants.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['张建国', '2026-11-23', '2027-02-23'],
    ]);
    expect(toasts(host)).toContain('已授权');
    await press(host, '撤销给张建国的授权');
    expect(server.grants.map(({ state }) => state)).toEqual(['revoked']);
    expect(faults(host)).toEqual([]);
  });

  it('say so when there are none', async () => {
    const server = new SigningServer();
    server.led = false;
    const host = await open(server, at.companies);
    expect(host.hasText('没有您能代表的企业')).toBe(true);
    expect([host.getAllByRole('textbox'), faults(host)]).toEqual([[], []]);
  });
});
