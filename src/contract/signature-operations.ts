/** Calls about signatures. */
import { operation } from './operation';
import { paths } from './paths';
import {
  caseSignatures,
  openSigning,
  signatureChange,
  signatureChanged,
  signing,
  signRequest,
} from './signatures';

export const signatureOperations = {
  caseSignatures: operation({
    method: 'GET',
    path: paths.caseSignatures,
    access: 'user',
    summary: '办件还差谁签名',
    response: caseSignatures,
  }),
  changeSignature: operation({
    method: 'POST',
    path: paths.caseSignature,
    access: 'user',
    summary: '发签名链接、收回链接、改为窗口签',
    body: signatureChange,
    response: signatureChanged,
  }),
  openSigning: operation({
    method: 'POST',
    path: paths.signing,
    access: 'user',
    summary: '签名人看要签的内容',
    body: openSigning,
    response: signing,
  }),
  sign: operation({
    method: 'POST',
    path: paths.sign,
    access: 'user',
    summary: '签名人本人签名，链接用一次',
    body: signRequest,
    response: signing,
  }),
} as const;
