import { Text } from '@tarojs/components';
import { http } from '@/shell/ports';

let before = http.traffic().sentBytes;

/** From here on every byte that leaves the phone counts against the promise. */
export function startLedger(): void {
  before = http.traffic().sentBytes;
}

/** 本次上传 0 字节, read from the only way out of the phone. */
export function Ledger() {
  return <Text className="quiet">本次上传 {http.traffic().sentBytes - before} 字节。</Text>;
}
