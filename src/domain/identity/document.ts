/** The identity documents a person may apply with. Only the resident ID and the residence permit carry a check character. */
import type { CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { checkIdCard, ID_CARD_MESSAGES, type IdCardFault, type Sex } from './id-card';
import { hasFullWidth, tidyNumber } from './tidy';

export type DocumentKind =
  'residentId' | 'hmtResidence' | 'hkMacaoPermit' | 'taiwanPermit' | 'foreignPermanent' | 'passport';

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  residentId: '居民身份证',
  hmtResidence: '港澳台居民居住证',
  hkMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  foreignPermanent: '外国人永久居留身份证',
  passport: '护照',
};

export interface PersonDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Where the number itself says it; the other documents are asked for it. */
  readonly person?: { readonly birthDate: CivilDate; readonly sex: Sex };
}

export type DocumentFault = IdCardFault | 'shape' | 'notResidencePermit';

const SHAPES: Readonly<Record<Exclude<DocumentKind, 'residentId' | 'hmtResidence'>, RegExp>> = {
  // Older permits add two digits.
  hkMacaoPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^\d{8}$/,
  // The 2023 card has 18 characters and starts with 9; older ones have three letters and 12 digits.
  foreignPermanent: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
  passport: /^[A-Z0-9]{6,15}$/,
};

const HOW: Readonly<Record<keyof typeof SHAPES, string>> = {
  hkMacaoPermit: '应是字母 H 或 M 加 8 位数字（旧证 10 位），请核对',
  taiwanPermit: '应是 8 位数字，请核对',
  foreignPermanent: '新证是 9 开头的 18 位，旧证是 3 个字母加 12 位数字，请核对',
  passport: '应是 6 到 15 位字母和数字，不带符号，请核对',
};

export function documentMessage(kind: DocumentKind, fault: DocumentFault): string {
  const name = DOCUMENT_NAMES[kind];
  switch (fault) {
    case 'shape':
      return kind === 'residentId' || kind === 'hmtResidence'
        ? `${name}号码写法不对，请核对。`
        : `${name}号码写法不对：${HOW[kind]}。`;
    case 'notResidencePermit':
      return `${name}号码以 810000、820000 或 830000 开头，请核对，或改选证件类型。`;
    case 'empty':
      return `还没有填${name}号码，请填写。`;
    case 'fullWidth':
      return `${name}号码里有全角字符，请切换到半角输入后重新填写。`;
    default:
      return ID_CARD_MESSAGES[fault].replace('身份证号', kind === 'residentId' ? '身份证号' : `${name}号码`);
  }
}

/** Checks a number as typed against the kind of document chosen. */
export function checkDocument(
  kind: DocumentKind,
  text: string,
  asOf: CivilDate,
): Result<PersonDocument, DocumentFault> {
  if (kind === 'residentId' || kind === 'hmtResidence') {
    const card = checkIdCard(text, asOf);
    if (!card.ok) return card;
    const { number, birthDate, sex } = card.value;
    if (kind === 'hmtResidence' && !/^8[123]0000/.test(number)) return err('notResidencePermit');
    return ok({ kind, number, person: { birthDate, sex } });
  }
  const number = tidyNumber(text);
  if (number === '') return err('empty');
  if (hasFullWidth(number)) return err('fullWidth');
  return SHAPES[kind].test(number) ? ok({ kind, number }) : err('shape');
}
