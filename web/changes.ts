import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod';
import { addressOf } from './api.ts';

const CaseChange = z.object({ caseId: z.string() });
const GATHER_MS = 250;

/**
 * Listen to other people's changes and ask again for what they touch: `['worklist']`, `['case', id]`,
 * `['desk']` and `['board']`. Changes that come together cause one question. Mounted once, by the shell.
 */
export function useChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const touched = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touch = (...keys: QueryKey[]): void => {
      keys.forEach((key) => touched.set(JSON.stringify(key), key));
      timer ??= setTimeout(flush, GATHER_MS);
    };
    const flush = (): void => {
      const keys = [...touched.values()];
      touched.clear();
      timer = undefined;
      keys.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    };
    const source = new EventSource(addressOf('/changes'));
    const onCase = ({ data }: MessageEvent<string>): void => {
      const change = CaseChange.safeParse(JSON.parse(data));
      touch(['worklist'], ['board'], ['desk']);
      if (change.success) touch(['case', change.data.caseId]);
    };
    source.addEventListener('case', onCase);
    source.addEventListener('claim', onCase);
    source.addEventListener('verification', () => touch(['desk'], ['board'], ['case']));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
}
