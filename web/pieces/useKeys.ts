import { useEffect, useRef } from 'react';

/** What a key does; keys as `KeyboardEvent.key`, such as `j` or `Enter`. */
export type Keys = Readonly<Record<string, () => void>>;

/** Whether the key belongs to what has the focus: a field, a list, a button that Enter presses, a dialog. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.querySelector('[role="dialog"]:not([style*="display: none"])') !== null) return true;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || target.closest('[role="combobox"], [role="listbox"]'))
    return true;
  if (['TEXTAREA', 'SELECT'].includes(target.tagName)) return true;
  if (target instanceof HTMLInputElement && target.type === 'radio') {
    return event.key.startsWith('Arrow');
  }
  const isCheckbox = target instanceof HTMLInputElement && target.type === 'checkbox';
  if (target.tagName === 'INPUT' && !isCheckbox) return true;
  return event.key === 'Enter' && target.closest('a, button, [role="tab"]') !== null;
}

/** Single-key shortcuts of a page; silent while somebody types or a dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (act === undefined || belongsElsewhere(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
