import { View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';

const STEP_MS = 60;

/**
 * Drawn a moment after the rest of the page: what one tap reveals goes over WeChat's bridge in one piece, and a large
 * piece makes the tap slow.
 */
export function Later({
  turn = 1,
  children,
}: {
  /** Later ones get higher turns. */
  readonly turn?: number;
  readonly children: () => ReactNode;
}) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), turn * STEP_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return <View>{drawn ? children() : null}</View>;
}
