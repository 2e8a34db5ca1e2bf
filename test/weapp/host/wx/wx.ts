import type { PageStack } from '../page-stack';
import type { Bag } from '../values';
import { deviceApi } from './device';
import { interactionApi } from './interaction';
import { navigationApi } from './navigation';
import { networkApi } from './network';
import type { Phone } from './phone';
import { storageApi } from './storage';
import { viewQueriesApi } from './view-queries';

/** The `wx` object. A method that is not here does not exist, as an unknown one does not on a phone. */
export const createWx = (phone: Phone, stack: PageStack): Bag => ({
  ...deviceApi(phone),
  ...interactionApi(phone),
  ...networkApi(phone),
  ...storageApi(phone),
  ...viewQueriesApi(phone),
  ...navigationApi(phone, stack),
});
