import { useRef } from 'react';

/** An idempotency key that stays the same while the same body is sent again, so it arrives once. */
export function useSameKey(): (body: unknown) => string {
  const sent = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    return sent.current.key;
  };
}
