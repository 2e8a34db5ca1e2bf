/** Signing in and out. Each is in the person's audit trail. */
import { operations } from '@/contract/operations';
import type { Session, SignInRequest } from '@/contract/people';
import { err, ok, type Result } from '@/domain/shared/result';
import { DEMO_PEOPLE, findDemoPerson, recordOf } from '../demo/people';
import { auditPerson } from '../identity/audit';
import { maskIdNo, maskMobile, personFor, updatePerson, type PersonRecord } from '../identity/people';
import { closeSession, openSession } from '../identity/tokens';
import { knowHolder } from '../matching/holders';
import type { Refused } from '../problem';
import type { Service } from '../service';
import type { WechatFault } from '../wechat/http';
import { bind } from './call';

const WECHAT_REFUSALS: Readonly<Record<WechatFault, Refused>> = {
  codeInvalid: { code: 'signInNeeded', detail: '这次登录已经过期，请再登录一次。' },
  frequent: { code: 'tooMany' },
  blocked: { code: 'forbidden', detail: '微信提示这个账号有风险，请到窗口办理或拨打 12345。' },
  busy: { code: 'busy' },
  credentials: { code: 'providerFailed' },
  refused: { code: 'providerFailed' },
  unreachable: { code: 'providerFailed' },
  unexpected: { code: 'providerFailed' },
};

async function recordFor(service: Service, request: SignInRequest): Promise<Result<PersonRecord, Refused>> {
  switch (request.provider) {
    case 'demo': {
      const person = service.mode === 'demo' ? findDemoPerson(request.person) : undefined;
      return person ? ok(recordOf(person)) : err({ code: 'forbidden', detail: '没有这位演示人员。' });
    }
    case 'wechat': {
      if (!service.wechat) return err({ code: 'providerFailed', detail: '这台服务器没有接微信登录。' });
      const openid = await service.wechat.openidOf(request.code);
      return openid.ok
        ? ok({ provider: 'wechat', login: openid.value, name: '', idNo: '', mobile: '' })
        : err(WECHAT_REFUSALS[openid.error]);
    }
  }
}

export const sessionRoutes = [
  bind(operations.signIn, async (service, { body, at }): Promise<Result<Session, Refused>> => {
    const record = await recordFor(service, body);
    if (!record.ok) return record;
    const person = await personFor(service.store, record.value, at);
    const session = await openSession(service.store, { kind: 'user', subject: person.id }, at);
    await auditPerson(
      service.store,
      person.id,
      { action: 'signedIn', about: { provider: body.provider } },
      at,
    );
    await knowHolder(service.store, person, at);
    const { name, idNo } = person;
    return ok({ ...session, person: { name, maskedIdNo: maskIdNo(idNo), realName: idNo !== '' } });
  }),
  bind(operations.signOut, async ({ store }, { session, person, at }) => {
    await closeSession(store, session, at);
    await auditPerson(store, person.id, { action: 'signedOut' }, at);
    return ok(undefined);
  }),
  bind(operations.bindPhone, async ({ store, wechat }, { body, person, at }) => {
    if (!wechat) return err({ code: 'providerFailed' });
    const mobile = await wechat.phoneOf(body.code);
    if (!mobile.ok) return err(WECHAT_REFUSALS[mobile.error]);
    await updatePerson(store, { ...person, mobile: mobile.value });
    await auditPerson(store, person.id, { action: 'phoneBound' }, at);
    return ok({ maskedMobile: maskMobile(mobile.value) });
  }),
  bind(operations.demoPeople, async ({ mode }) =>
    mode === 'demo'
      ? ok({ people: DEMO_PEOPLE.map(({ id, name, note }) => ({ id, name, note })) })
      : err({ code: 'notFound' }),
  ),
];
