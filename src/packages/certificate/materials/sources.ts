import type { TagKind } from '@/components/tag/tag';
import type { MaterialKind } from '@/domain/certificate/reference';

/** Who provides a material, in the words of its tag. */
export const SOURCES: Readonly<
  Record<MaterialKind['source'], { readonly text: string; readonly kind: TagKind }>
> = {
  generated: { text: '平台生成，不用交', kind: 'done' },
  shared: { text: '免提交，从共享数据取', kind: 'done' },
  own: { text: '要您交', kind: 'plain' },
};
