import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDist } from '../host/dist';
import { checkPages } from './pages';

jest.setTimeout(90_000);

it('is built (npm run build:weapp)', () => expect(existsSync(join(defaultDist, 'app.json'))).toBe(true));

if (existsSync(join(defaultDist, 'app.json'))) checkPages('normal');
