import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { DeviceFault } from '../ports';
import { messageOf } from './message';

/** The text of a QR code in front of the camera or in a picture; browsers have none, there the text is pasted. */
export async function scanCode(): Promise<Result<string, DeviceFault>> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return typeof result === 'string' && result !== '' ? ok(result) : err('failed');
  } catch (error) {
    return err(/cancel|deny|denied|not authorized/i.test(messageOf(error)) ? 'denied' : 'failed');
  }
}
