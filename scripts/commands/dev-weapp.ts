import { watchWeapp } from '../lib/build';

export default watchWeapp;
