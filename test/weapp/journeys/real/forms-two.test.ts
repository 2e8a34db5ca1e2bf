import { journeysOf } from './every-form';

journeysOf((_, index) => index % 2 === 1);
