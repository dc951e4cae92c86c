import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './api.ts';
import { TOUCHED } from './touched.ts';

const GATHER_MS = 250;

/**
 * Listen to other people's changes and ask again for what they touch. Changes that come together
 * cause one question. Mounted once, by the shell.
 */
export function useChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const touched = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      const keys = [...touched.values()];
      touched.clear();
      timer = undefined;
      keys.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    };
    const source = new EventSource(addressOf('/changes'));
    for (const [event, touchedBy] of Object.entries(TOUCHED)) {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        touchedBy(data).forEach((key) => touched.set(JSON.stringify(key), key));
        timer ??= setTimeout(flush, GATHER_MS);
      });
    }
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
}
