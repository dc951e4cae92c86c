import { useState } from 'react';

const KEPT_AS = 'lltp.deskKeys';

/** Whether the reader wants single-key shortcuts on the desk; kept on this machine. */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => localStorage.getItem(KEPT_AS) !== 'off');
  const set = (next: boolean): void => {
    localStorage.setItem(KEPT_AS, next ? 'on' : 'off');
    setWanted(next);
  };
  return [wanted, set];
}
