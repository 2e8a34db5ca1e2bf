/** 演示密钥: made of words that anyone can read, so that what it signs vouches for nothing. Production refuses it. */
import { sm3 } from '../crypto/sm3';

export const DEMO_KEY_ID = 'demo';

export const demoSecret = (): Buffer => Buffer.from(sm3('jinpu-minsheng 演示密钥 not for use'), 'hex');
