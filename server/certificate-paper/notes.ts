/** How the paper is to be read and verified. */
import type { PaperFacts } from '../certificate/port';
import type { Wanting } from './facts';
import { heading } from './scope';
import type { Sheet } from './sheet';
import { inBoth } from './wording';

export interface Signing {
  readonly keyId: string;
  readonly demo: boolean;
  /** Of the scope, as signed. */
  readonly digest: string;
}

export function notes(
  sheet: Sheet,
  { scope, useMonths }: PaperFacts,
  { keyId, demo, digest }: Signing,
  wanting: readonly Wanting[],
): void {
  const { language } = scope;
  const all: readonly (readonly [string, string])[] = [
    [
      '各部门只对本部门职责内、证明期间内作出决定的记录负责；结论以各部门书面认定为准，由平台汇总出具。',
      'Each department answers for records within its own field that were decided in the period. The platform collects what they state in writing.',
    ],
    [
      `结论只反映数据截至日的情况。法律没有规定有效期，建议自出具之日起 ${useMonths} 个月内使用；之后可以只核查新增的日子（续开）。`,
      `The result is as of the date above. No law sets a validity; use within ${useMonths} months of issue is advised.`,
    ],
    [
      '扫右上角二维码，或在验证页输入验证码，可以查看是否有效、已替换或已撤销；小程序没有网络也能验签名，是否撤销须联网。',
      'Scan the QR code, or enter the verification code, to see whether it is valid, replaced or revoked.',
    ],
    [
      `电子签名：SM2、SM3，密钥编号 ${keyId}${demo ? '（演示密钥，不作凭据）' : ''}；范围摘要 ${digest}。`,
      `Signature: SM2 with SM3, key ${keyId}${demo ? ' (demo key, vouches for nothing)' : ''}; digest of the scope ${digest}.`,
    ],
    ...(language === 'zhEn'
      ? [
          [
            '英文仅供阅读，以中文为准。',
            'The English is for reading only; the Chinese text prevails.',
          ] as const,
        ]
      : []),
    ...wanting.map(
      ({ text, codes }) =>
        [
          `字库没有的字以〓代替：“${text}”里的〓依次是 ${codes.join('、')}。`,
          `Characters wanting in the font: ${codes.join(', ')}.`,
        ] as const,
    ),
  ];
  heading(sheet, language, '说明', 'Notes');
  for (const [i, [chinese, english]] of all.entries())
    sheet.text(`${i + 1}. ${inBoth(language, chinese, english)}`, { size: 9, after: 3 });
  sheet.need(60);
  sheet.text('', { size: 12 });
  sheet.text(inBoth(language, '牵头部门（盖章）：', 'Seal of the lead department', ' '), { size: 11 });
}
