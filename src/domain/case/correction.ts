/** 补正: one notice that names everything at once, each field or material with its reason (行政许可法 第32条). */
export const RETURN_REASONS = {
  R01: '照片模糊、反光或缺角',
  R02: '证件过期',
  R03: '姓名或证件号与共享库不一致',
  R04: '户籍或经营地不在本区',
  R05: '缺签名或签名非本人',
  R06: '银行卡非本人或状态异常',
  R07: '材料传错位置',
  R08: '不在申报期',
  R09: '重复申请（在办或已享受）',
  R10: '数据核对未授权',
} as const;

export type ReturnReason = keyof typeof RETURN_REASONS;

export type CorrectionTarget =
  { readonly kind: 'field'; readonly path: string } | { readonly kind: 'material'; readonly id: string };

export interface CorrectionItem {
  readonly target: CorrectionTarget;
  readonly reason: ReturnReason;
  /** How to mend it, said to the person. */
  readonly note: string;
}

/** `field:bank.cardNo`, `material:household-register` */
export const targetKey = (target: CorrectionTarget): string =>
  target.kind === 'field' ? `field:${target.path}` : `material:${target.id}`;

/**
 * What a further notice names for the first time. A notice is given once; another may only repeat what the first one
 * named and is still wrong, so anything found here is the office's omission and no reason to return the case.
 */
export function newInNotice(
  earlier: readonly CorrectionItem[],
  next: readonly CorrectionItem[],
): readonly CorrectionItem[] {
  if (earlier.length === 0) return [];
  const named = new Set(earlier.map(({ target }) => targetKey(target)));
  return next.filter(({ target }) => !named.has(targetKey(target)));
}
