import { type Bag, callIfFunction, isRecord, text } from '../values';
import { method, type Method, Refusal, Signal } from './answer';
import type { Phone } from './phone';

/** Calls that only leave a trace for the test: name and options in `ledger.native`. */
const TRACED = [
  ...[
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'makePhoneCall',
    'openLocation',
    'vibrateShort',
  ],
  ...['previewImage', 'setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor', 'openDocument'],
  ...['setBackgroundTextStyle', 'pageScrollTo', 'showShareMenu', 'hideShareMenu', 'updateShareMenu'],
  ...['saveImageToPhotosAlbum', 'addPhoneContact', 'openSetting', 'openPrivacyContract', 'setTabBarBadge'],
  ...['removeTabBarBadge', 'hideTabBar', 'showTabBar', 'startPullDownRefresh', 'stopPullDownRefresh'],
  ...['navigateToMiniProgram', 'openEmbeddedMiniProgram', 'showNavigationBarLoading', 'hideKeyboard'],
  ...['hideNavigationBarLoading', 'hideHomeButton', 'reportEvent', 'setKeepScreenOn', 'scanCode'],
] as const;

/** WeChat refuses these until the person has agreed to the privacy guide. */
const PRIVATE = new Set<string>([
  ...['saveImageToPhotosAlbum', 'addPhoneContact', 'setClipboardData'],
  ...['chooseMedia', 'chooseMessageFile'],
]);

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** A photograph: with its bytes in its path, so that a real server can look into it. */
const PHOTO =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwA//wCg/9k=';

/** Dialogs, system functions, privacy. The person's answers are the phone's knobs. */
export function interactionApi(phone: Phone): Bag {
  const { clock, ledger } = phone;
  const privacyNeeded = new Signal();
  const traced = (name: string, work: (options: Bag) => Bag | void = () => undefined): Method =>
    method(clock, name, async (options) => {
      ledger.native.push({ name, options: withoutCallbacks(options) });
      if (PRIVATE.has(name)) await requirePrivacy(phone, privacyNeeded);
      return work(options);
    });

  return {
    ...Object.fromEntries(TRACED.map((name) => [name, traced(name)])),
    showModal: traced('showModal', () => ({
      confirm: phone.modalConfirm,
      cancel: !phone.modalConfirm,
      content: '',
    })),
    showActionSheet: traced('showActionSheet', () => {
      if (phone.actionSheetChoice === undefined) throw new Refusal('cancel');
      return { tapIndex: phone.actionSheetChoice };
    }),
    setClipboardData: traced('setClipboardData', ({ data }) => void (phone.clipboard = text(data))),
    getClipboardData: traced('getClipboardData', () => ({ data: phone.clipboard })),
    getSetting: method(clock, 'getSetting', () => ({ authSetting: {} })),
    authorize: method(clock, 'authorize', () => undefined),
    login: method(clock, 'login', () => ({ code: 'host-login-code' })),
    checkSession: method(clock, 'checkSession', () => undefined),
    requestSubscribeMessage: traced('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [text(id), 'accept'])),
    ),
    chooseMedia: traced('chooseMedia', () => ({
      tempFiles: [{ tempFilePath: PHOTO, size: phone.photoSize, fileType: 'image' }],
      type: 'image',
    })),
    chooseMessageFile: traced('chooseMessageFile', () => ({
      tempFiles: [{ path: 'http://tmp/contract.pdf', name: '合同.pdf', size: 2048, type: 'file', time: 0 }],
    })),
    chooseLocation: traced('chooseLocation', () => {
      throw new Refusal('cancel');
    }),
    getPrivacySetting: method(clock, 'getPrivacySetting', () => ({
      needAuthorization: !phone.privacyAgreed,
      privacyContractName: '《隐私保护指引》',
    })),
    requirePrivacyAuthorize: method(clock, 'requirePrivacyAuthorize', () =>
      requirePrivacy(phone, privacyNeeded),
    ),
    onNeedPrivacyAuthorization: privacyNeeded.on,
    nextTick: (work: unknown) => {
      clock.after(() => callIfFunction({ work }, 'work'), 0);
    },
    reportAnalytics: () => undefined,
    reportPerformance: () => undefined,
    getLogManager: () => silentLog,
    getRealtimeLogManager: () => silentLog,
    canvasToTempFilePath: traced('canvasToTempFilePath', () => ({ tempFilePath: PIXEL })),
    getImageInfo: traced('getImageInfo', ({ src }) => ({ path: src, width: 1, height: 1 })),
  };
}

const silentLog = {
  log: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  debug: () => undefined,
};

const withoutCallbacks = (options: Bag): Bag =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'));

/** Asks the mini-program's own consent sheet; without one the call is refused, as on a phone. */
function requirePrivacy(phone: Phone, needed: Signal): Promise<void> {
  if (phone.privacyAgreed) return Promise.resolve();
  return new Promise((resolve, reject) => {
    needed.emit((answer: unknown) => {
      phone.privacyAgreed = isRecord(answer) && answer['event'] === 'agree';
      if (phone.privacyAgreed) resolve();
      else reject(new Refusal('privacy permission is not authorized'));
    });
  });
}
