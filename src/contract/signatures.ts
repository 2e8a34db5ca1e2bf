/** Signatures of several people on one case, each by the signer's own session. */
import { z } from 'zod';

const text = z.string();
const date = z.iso.date();

export const caseSignatures = z.strictObject({
  signatures: z.array(
    z.strictObject({
      id: text,
      name: text,
      maskedIdNo: text,
      /** `unsent`: no link is out. `ended`: the link was not used in time. */
      state: z.enum(['signed', 'window', 'unsent', 'waiting', 'ended']),
      where: z.enum(['phone', 'window']).nullable(),
      signedOn: date.nullable(),
      /** The last day of the link that is out. */
      until: date.nullable(),
    }),
  ),
});

/** `link`: a new link, the one before is dead. `revoke`: no link is out. `window`: it will be signed before a clerk. */
export const signatureChange = z.strictObject({ kind: z.enum(['link', 'revoke', 'window']) });

/** The token is told this once: the server keeps only its hash. */
export const signatureChanged = z.strictObject({
  ...caseSignatures.shape,
  token: text.nullable(),
});

const token = z.string().max(64);

export const openSigning = z.strictObject({ token });

/** What is to be signed, in plain words; nothing of it to anybody but the signer. */
export const signing = z.strictObject({
  /** `dead`: used, expired, revoked or never there — told apart to the signer only. */
  state: z.enum(['open', 'signed', 'ended', 'closed', 'dead', 'wrongPerson', 'noRealName']),
  document: z
    .strictObject({
      item: text,
      applicant: text,
      signer: text,
      maskedIdNo: text,
      /** What the signature says. */
      statement: text,
      until: date.nullable(),
      /** Sent back with the signature: another text is not signed with it. */
      digest: text,
    })
    .nullable(),
});

export const signRequest = z.strictObject({ token, digest: z.string().max(64), agreed: z.literal(true) });

export type CaseSignatures = z.infer<typeof caseSignatures>;
export type CaseSignature = CaseSignatures['signatures'][number];
export type SignatureChange = z.infer<typeof signatureChange>;
export type SignatureChanged = z.infer<typeof signatureChanged>;
export type Signing = z.infer<typeof signing>;
export type SignRequest = z.infer<typeof signRequest>;
