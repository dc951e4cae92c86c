import { useEffect, useRef } from 'react';

export type KeyActs = Readonly<Record<string, () => void>>;

/** Whether the person is typing, choosing in a dialog or holding a modifier: then letters are letters. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest('input, textarea, select, [contenteditable], [role="dialog"]');
  return field !== null && target.getAttribute('type') !== 'radio';
}

/** Single keys of a page, off while typing and when the reader switched them off (WCAG 2.1.4). */
export function useKeys(acts: KeyActs, enabled: boolean): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (act === undefined || event.repeat || event.defaultPrevented || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}
