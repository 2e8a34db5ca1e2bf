/** 好差评 (国办发〔2019〕51号): five levels, once a case, voluntary. That a bad one gives its reason is a rule of this product. */
import { err, ok, type Result } from '../shared/result';

export type Stars = 1 | 2 | 3 | 4 | 5;

export const RATING_LEVELS: Readonly<Record<Stars, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

export const INDICATORS = {
  overall: '整体满意度',
  efficiency: '办事效率',
  guideAccuracy: '指南精确度',
  convenience: '便捷度',
  platform: '平台操作性',
} as const;

export type Indicator = keyof typeof INDICATORS;

export const BAD_RATING_REASONS = {
  slow: '超过承诺时间',
  extraMaterials: '要了清单以外的材料',
  unclear: '说不清楚要怎么办',
  repeated: '反复补正',
  attitude: '态度不好',
  system: '小程序不好用',
  other: '其他',
} as const;

export type BadRatingReason = keyof typeof BAD_RATING_REASONS;

export interface Rating {
  readonly stars: Stars;
  readonly indicators: Readonly<Partial<Record<Indicator, Stars>>>;
  readonly reasons: readonly BadRatingReason[];
  readonly comment: string;
}

export const isBad = ({ stars }: Pick<Rating, 'stars'>): boolean => stars <= 2;

export type RatingFault = 'ratingReasonRequired' | 'ratingCommentRequired';

/** A bad rating names a reason; 其他 says which. */
export function checkRating(rating: Rating): Result<Rating, RatingFault> {
  if (isBad(rating) && rating.reasons.length === 0) return err('ratingReasonRequired');
  if (rating.reasons.includes('other') && rating.comment.trim() === '') return err('ratingCommentRequired');
  return ok(rating);
}
