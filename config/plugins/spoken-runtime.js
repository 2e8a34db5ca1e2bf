// Templates and runtime number a component's attributes alike, so the runtime must know the added ones too.
import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './spoken.json';

mergeInternalComponents(spoken);
