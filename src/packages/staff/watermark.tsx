import { Notice } from '@/components/notice/notice';

/** No picture of a staff page may pass for the product. */
export function Watermark() {
  return <Notice kind="wait" text="预览版 · 演示数据，仅供工作人员查看，不会随正式版发布" />;
}
