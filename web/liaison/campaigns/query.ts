import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { SharePage, Shares } from '../../../domain/quality/campaign.ts';
import { Scan } from '../../../domain/scan.ts';
import { SCAN_FILES } from '../../../domain/uploads.ts';
import { get, type Query, send, sendFile } from '../../api.ts';
import { asScan, mustFit } from '../../pieces/upload/fileUnfit.ts';
import { useSteadyKey } from '../../steadyKey.ts';

export function useShares() {
  return useQuery({ queryKey: ['shares', 'list'], queryFn: () => get('/campaign-shares', Shares) });
}

export function useShare(id: string, query: Query) {
  return useQuery({
    queryKey: ['shares', 'one', id, query],
    queryFn: () => get(`/campaign-shares/${id}`, SharePage, query),
    placeholderData: keepPreviousData,
  });
}

async function sendCopy(path: string, file: File): Promise<Scan> {
  mustFit(SCAN_FILES, file);
  return sendFile(path, { name: file.name }, await asScan(file), Scan);
}

const Answered = z.strictObject({ answered: z.literal(true) });

interface Said {
  has: boolean;
  /** Its copy: one that was sent before, or a file that is sent first. */
  scan?: string | null;
  file: File | null;
}

/** Answer one finding; a copy of the document is sent before it. */
export function useAnswer(id: string, finding: number, onDone: () => void) {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: async ({ file, scan = null, ...said }: Said & Record<string, unknown>) => {
      const address = `/campaign-shares/${id}`;
      const sent = file && (await sendCopy(`${address}/scans`, file));
      const body = said.has ? { ...said, scan: sent?.id ?? scan } : { has: false };
      const idempotencyKey = keyOf(body);
      return send('POST', `${address}/items/${finding}/answer`, body, Answered, {
        idempotencyKey,
      });
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['shares'] }),
  });
}
