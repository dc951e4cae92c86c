import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { SharePage, Shares } from '../../../domain/quality/campaign.ts';
import { Scan } from '../../../domain/scan.ts';
import { get, type Query, send, sendFile } from '../../api.ts';
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

const Answered = z.strictObject({ answered: z.literal(true) });

/** Answer one finding; with a document its copy is sent first, where there is one. */
export function useAnswer(id: string, finding: number, onDone: () => void) {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: async ({ file, ...said }: Record<string, unknown> & { file: File | null }) => {
      const scan =
        file === null
          ? null
          : await sendFile(`/campaign-shares/${id}/scans`, { name: file.name }, file, Scan);
      const body = said['has'] === true ? { ...said, scan: scan?.id ?? null } : said;
      const path = `/campaign-shares/${id}/items/${finding}/answer`;
      return send('POST', path, body, Answered, { idempotencyKey: keyOf(body) });
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['shares'] }),
  });
}
