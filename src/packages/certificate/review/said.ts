import type { ApiFault } from '@/services/api';
import { faultWords } from '@/services/fault-words';

/** Why it was not taken, and what became of what was entered. */
export const notTaken = (fault: ApiFault): string => {
  const again = fault.kind === 'network' ? '，再点一次提交就行，同一份只收一次。' : '。';
  return `没有提交：${faultWords(fault, `您填的都还在${again}`)}`;
};
