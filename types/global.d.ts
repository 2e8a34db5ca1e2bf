/// <reference types="@tarojs/taro" />
declare module '*.scss';

/** Base address of the API, set by TARO_APP_API_BASE at build time. */
declare const API_BASE: string;

/** Whether packages/staff is in this build (`npm start`, `npm run dev:*`; never in a release). */
declare const WITH_STAFF: boolean;
