import { dateOf } from '../shared/civil-date';
import {
  checkDocument,
  DOCUMENT_NAMES,
  documentMessage,
  type DocumentFault,
  type DocumentKind,
} from './document';
import { ID_CARD_MESSAGES } from './id-card';
import { idCardCheckCharacter } from './id-card';
import { fullWidth } from './full-width.arbitrary';

const asOf = dateOf('2026-11-23');
const codeOf = (kind: DocumentKind, text: string): string => {
  const checked = checkDocument(kind, text, asOf);
  return checked.ok ? 'ok' : checked.error;
};
const residence = (region: string): string => {
  const digits = `${region}19900307999`;
  return digits + idCardCheckCharacter(digits);
};

describe('checkDocument', () => {
  it.each<[DocumentKind, string, string]>([
    ['residentId', '210213199003079993', 'ok'],
    ['residentId', '210213199003079994', 'checksum'],
    ['hmtResidence', residence('810000'), 'ok'],
    ['hmtResidence', residence('820000'), 'ok'],
    ['hmtResidence', residence('830000'), 'ok'],
    ['hmtResidence', residence('840000'), 'notResidencePermit'],
    ['hmtResidence', '210213199003079993', 'notResidencePermit'],
    ['hkMacaoPermit', 'H00000000', 'ok'],
    ['hkMacaoPermit', 'm0000000001', 'ok'],
    ['hkMacaoPermit', 'H0000000', 'shape'],
    ['hkMacaoPermit', 'T00000000', 'shape'],
    ['taiwanPermit', '00000000', 'ok'],
    ['taiwanPermit', '0000000000', 'shape'],
    ['foreignPermanent', '900000199001010010', 'ok'],
    ['foreignPermanent', '90000019900101001x', 'ok'],
    ['foreignPermanent', 'XXX000000000000', 'ok'],
    ['foreignPermanent', '210213199003079993', 'shape'],
    ['passport', 'e00000000', 'ok'],
    ['passport', 'E0000', 'shape'],
    ['passport', 'E-0000000', 'shape'],
    ['passport', fullWidth('E0000000'), 'fullWidth'],
    ['taiwanPermit', ' ', 'empty'],
  ])('%s %s is %s', (kind, text, code) => {
    expect(codeOf(kind, text)).toBe(code);
  });

  it('gives birth date and sex only where the number says them', () => {
    const person = (kind: DocumentKind, text: string): unknown => {
      const checked = checkDocument(kind, text, asOf);
      return checked.ok ? checked.value.person : undefined;
    };
    expect(person('hmtResidence', residence('810000'))).toEqual({
      birthDate: dateOf('1990-03-07'),
      sex: 'male',
    });
    expect(person('passport', 'E00000000')).toBeUndefined();
  });
});

it('names the document in every sentence', () => {
  const kinds = Object.keys(DOCUMENT_NAMES).filter((key): key is DocumentKind => key in DOCUMENT_NAMES);
  const idFaults = Object.keys(ID_CARD_MESSAGES).filter(
    (key): key is keyof typeof ID_CARD_MESSAGES => key in ID_CARD_MESSAGES,
  );
  const faults: DocumentFault[] = ['shape', 'notResidencePermit', ...idFaults];
  for (const kind of kinds)
    for (const fault of faults) expect(documentMessage(kind, fault).length).toBeGreaterThan(8);
});
