import { buildH5 } from '../lib/build';

export default buildH5;
