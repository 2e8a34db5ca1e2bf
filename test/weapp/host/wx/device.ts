import type { Bag } from '../values';
import { method } from './answer';
import type { Phone } from './phone';

const SDK_VERSION = '3.8.0';

/** Facts about phone and app, and their change events. */
export function deviceApi(phone: Phone): Bag {
  const { clock } = phone;
  const safeArea = (): Bag => ({
    left: 0,
    right: phone.width,
    top: 44,
    bottom: phone.height,
    width: phone.width,
    height: phone.height - 44,
  });
  const windowInfo = (): Bag => ({
    pixelRatio: 2,
    screenWidth: phone.width,
    screenHeight: phone.height,
    windowWidth: phone.width,
    windowHeight: phone.height - 88,
    statusBarHeight: 44,
    screenTop: 88,
    safeArea: safeArea(),
  });
  const appBase = (): Bag => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    theme: phone.theme,
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / 16,
    enableDebug: false,
    host: { env: 'WeChat' },
  });
  const device = (): Bag => ({
    brand: 'devtools',
    model: 'test phone',
    system: 'Android 13',
    platform: 'android',
  });
  const system = (): Bag => ({ ...windowInfo(), ...appBase(), ...device(), errMsg: 'getSystemInfo:ok' });
  const network = (): Bag => ({ networkType: phone.network, isConnected: phone.network !== 'none' });

  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBase,
    getDeviceInfo: device,
    getSystemInfoSync: system,
    getSystemInfo: method(clock, 'getSystemInfo', system),
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true, bluetoothEnabled: false }),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => ({
      left: phone.width - 94,
      right: phone.width - 7,
      top: 48,
      bottom: 80,
      width: 87,
      height: 32,
    }),
    getNetworkType: method(clock, 'getNetworkType', network),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: phone.updateReady.on,
      onUpdateFailed: () => undefined,
      applyUpdate: () => void phone.ledger.native.push({ name: 'applyUpdate', options: {} }),
    }),
    canIUse: () => true,
    getRandomValues: method(clock, 'getRandomValues', ({ length }) => ({
      randomValues: randomBytes(length),
    })),
    onNetworkStatusChange: phone.networkChange.on,
    offNetworkStatusChange: phone.networkChange.off,
    onThemeChange: phone.themeChange.on,
    offThemeChange: phone.themeChange.off,
    onWindowResize: phone.windowResize.on,
    offWindowResize: phone.windowResize.off,
    onError: phone.appError.on,
    offError: phone.appError.off,
    onUnhandledRejection: phone.unhandledRejection.on,
    offUnhandledRejection: phone.unhandledRejection.off,
    onMemoryWarning: () => undefined,
    onAppShow: () => undefined,
    offAppShow: () => undefined,
    onAppHide: () => undefined,
    offAppHide: () => undefined,
    onPageNotFound: () => undefined,
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
  };
}

function randomBytes(length: unknown): ArrayBuffer {
  const bytes = new Uint8Array(typeof length === 'number' ? length : 16);
  globalThis.crypto.getRandomValues(bytes);
  return bytes.buffer;
}
