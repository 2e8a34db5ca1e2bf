import { createStore } from 'zustand/vanilla';
import type { CertificateReceipt } from '@/contract/certificate';

/** Shown at once after handing in. Only while the program runs: its 查询码 opens the look-up to whoever reads it. */
export const lastReceipt = createStore<CertificateReceipt | undefined>(() => undefined);
