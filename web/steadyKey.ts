import { useCallback, useRef } from 'react';

/**
 * Idempotency keys for a form: the same content sent again by hand carries the same key, so what was
 * sent and whose reply was lost is not done twice; changed content gets a new key.
 */
export function useSteadyKey(): (content: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
