import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { DeviceFault, DevicePort } from '../ports';

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : JSON.stringify(error ?? '');

/** What a person cancels or refuses is no failure of the system. */
async function attempt(work: Promise<unknown>): Promise<Result<void, DeviceFault>> {
  try {
    await work;
    return ok(undefined);
  } catch (error) {
    return err(/cancel|deny|denied|not authorized/i.test(messageOf(error)) ? 'denied' : 'failed');
  }
}

export const taroDevice: DevicePort = {
  call: (number) => attempt(Taro.makePhoneCall({ phoneNumber: number })),
  copy: (text) => attempt(Taro.setClipboardData({ data: text })),
  openMap: ({ name, address, latitude, longitude }) =>
    attempt(Taro.openLocation({ name, address, latitude, longitude, scale: 16 })),
  toast: (text) => void Taro.showToast({ title: text, icon: 'none', duration: 2500 }),
  confirm: async ({ title, text, yes, no }) => {
    const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no });
    return confirm;
  },
  setTitle: (title) => void Taro.setNavigationBarTitle({ title }),
  scrollToTop: () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }),
};
