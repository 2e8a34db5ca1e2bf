/** Notices to intermediaries by mail, over SMTP with TLS. */
import { createTransport } from 'nodemailer';
import { checkContact } from '@/domain/identity/contact';
import { err, ok } from '@/domain/shared/result';
import { noticeText } from '../certificate/messages';
import type { NoticePort } from '../certificate/port';
import { errorCode } from '../error-code';
import type { MailPlace } from './place';

/** Of a server that answers nothing. */
const CONNECT_MS = 10_000;
/** Of one mail from the first byte to the last: the outbox lends a message for a minute. */
const MAIL_MS = 30_000;
/** A server that failed is left alone so long: messages to people wait in the same queue. */
const REST_MS = 60_000;

/** The server answered, and refused this mail or this address. */
const OF_ONE_MAIL: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

/** What companies typed ends up in headers, where a line break would begin another one. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** `ca`: of a server whose certificate is its own, in tests. */
export function smtpNotices(place: MailPlace, now: () => number, ca?: string): NoticePort {
  const { host, port, security, auth, from } = place;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...(auth ? { auth } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: MAIL_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  let restsUntil = 0;
  return {
    send: async ({ name, email }, notice, id) => {
      const address = checkContact('email', email);
      if (!address.ok || now() < restsUntil) return err('unavailable');
      const { title, body } = noticeText(oneLine(name), {
        ...notice,
        companyName: oneLine(notice.companyName),
      });
      try {
        await transport.sendMail({
          from,
          to: { name: oneLine(name), address: address.value },
          envelope: { from, to: [address.value] },
          subject: title,
          text: body,
          textEncoding: 'base64',
          // The same notice sent again is the same mail to whoever receives it.
          messageId: `<${id}@${domain}>`,
          // RFC 3834: nobody's absence is answered to it.
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
          signal: AbortSignal.timeout(MAIL_MS),
        });
        return ok(undefined);
      } catch (error) {
        if (!OF_ONE_MAIL.includes(errorCode(error))) restsUntil = now() + REST_MS;
        return err('unavailable');
      }
    },
  };
}
