/** What the domain judges a case by. */
import reference from '@/generated/certificate/reference';
import type { Rules } from '@/domain/certificate/state';
import type { Store } from '../cases/store';

export { reference };

export const rulesOf = ({ calendar }: Pick<Store, 'calendar'>): Rules => ({ calendar, reference });
