import { buildWeapp } from '../lib/build';

export default buildWeapp;
