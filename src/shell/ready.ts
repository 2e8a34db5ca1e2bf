import { useEffect, useState } from 'react';

/** False until a promise of the shell has settled: what the phone keeps encrypted is read late. */
export function useReady(ready: Promise<void>): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let here = true;
    void ready.finally(() => here && setSettled(true));
    return () => {
      here = false;
    };
  }, [ready]);
  return settled;
}
