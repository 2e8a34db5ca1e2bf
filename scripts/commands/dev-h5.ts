import { watchH5 } from '../lib/build';

export default watchH5;
