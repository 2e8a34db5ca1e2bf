import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { DeviceFault, DevicePort } from '../ports';
import { messageOf } from './message';

/** What a person cancels or refuses is no failure of the system. */
async function attempt(work: Promise<unknown>): Promise<Result<void, DeviceFault>> {
  try {
    await work;
    return ok(undefined);
  } catch (error) {
    return err(/cancel|deny|denied|not authorized/i.test(messageOf(error)) ? 'denied' : 'failed');
  }
}

/** What is only shown may fail: there is nobody to tell. */
const show = (work: Promise<unknown>): void => void Promise.resolve(work).catch(() => undefined);

export const taroDevice: DevicePort = {
  call: (number) => attempt(Taro.makePhoneCall({ phoneNumber: number })),
  copy: (text) => attempt(Taro.setClipboardData({ data: text })),
  openMap: ({ name, address, latitude, longitude }) =>
    attempt(Taro.openLocation({ name, address, latitude, longitude, scale: 16 })),
  toast: (text) => show(Taro.showToast({ title: text, icon: 'none', duration: 2500 })),
  confirm: async ({ title, text, yes, no }) => {
    try {
      const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no });
      return confirm;
    } catch {
      // A question that could not be asked was not agreed to.
      return false;
    }
  },
  setTitle: (title) => show(Taro.setNavigationBarTitle({ title })),
  scrollToTop: () => show(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })),
  // After the view has drawn what is scrolled to.
  scrollTo: (id) =>
    Taro.nextTick(() => show(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 200 }))),
};
