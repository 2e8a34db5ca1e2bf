/** Who signs a case, the links that go to them, and the signing itself. */
import { pathOf, paths } from '@/contract/paths';
import type {
  CaseSignatures,
  SignatureChange,
  SignatureChanged,
  Signing,
  SignRequest,
} from '@/contract/signatures';
import type { Api, ApiResult } from './api';
import { list, oneOf, orNull, reader, record, text } from './shapes';

const signature = record({
  id: text,
  name: text,
  maskedIdNo: text,
  state: oneOf(['signed', 'window', 'unsent', 'waiting', 'ended']),
  where: orNull(oneOf(['phone', 'window'])),
  signedOn: orNull(text),
  until: orNull(text),
});

const parseSignatures = reader<CaseSignatures>(record({ signatures: list(signature) }));
const parseChanged = reader<SignatureChanged>(record({ signatures: list(signature), token: orNull(text) }));
const parseSigning = reader<Signing>(
  record({
    state: oneOf(['open', 'signed', 'ended', 'closed', 'dead', 'wrongPerson', 'noRealName']),
    document: orNull(
      record({
        item: text,
        applicant: text,
        signer: text,
        maskedIdNo: text,
        statement: text,
        until: orNull(text),
        digest: text,
      }),
    ),
  }),
);

export const readSignatures = (api: Api, number: string): Promise<ApiResult<CaseSignatures>> =>
  api.call({ method: 'GET', path: pathOf(paths.caseSignatures, { number }) }, parseSignatures);

/** With `link`, the answer has the token: it is told this once. */
export const changeSignature = (
  api: Api,
  { number, id }: { readonly number: string; readonly id: string },
  body: SignatureChange,
): Promise<ApiResult<SignatureChanged>> =>
  api.call({ method: 'POST', path: pathOf(paths.caseSignature, { number, id }), body }, parseChanged);

export const openSigning = (api: Api, token: string): Promise<ApiResult<Signing>> =>
  api.call({ method: 'POST', path: paths.signing, body: { token } }, parseSigning);

export const sign = (api: Api, body: SignRequest): Promise<ApiResult<Signing>> =>
  api.call({ method: 'POST', path: paths.sign, body }, parseSigning);
