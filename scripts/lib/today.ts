import type { CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';

/** The civil date in Asia/Shanghai now, whatever the machine's own zone. */
export const todayInShanghai = (): CivilDate => shanghaiMoment(Date.now()).date;
