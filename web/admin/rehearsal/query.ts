import { useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { LawDraft } from '../../../domain/law/draft.ts';
import { LawBasis, LawRun, ReplanFailure } from '../../../domain/law/run.ts';
import { get } from '../../api.ts';

/** How often a running rehearsal, trial or re-planning is asked how far it is. */
const POLL_MS = 700;

const DraftPage = z.object({
  draft: LawDraft,
  runs: z.array(LawRun),
  failures: z.array(ReplanFailure),
});

export function useDrafts(discarded: boolean) {
  return useQuery({
    queryKey: ['drafts', { discarded }],
    queryFn: () => get('/drafts', z.object({ drafts: z.array(LawDraft) }), { discarded }),
  });
}

/** A draft with its runs, asked again while one of them runs. */
export function useDraft(id: string) {
  return useQuery({
    queryKey: ['drafts', id],
    queryFn: () => get(`/drafts/${id}`, DraftPage),
    refetchInterval: ({ state }) => {
      const running = state.data?.runs.some((run) => run.state === 'RUNNING');
      return running ? POLL_MS : false;
    },
  });
}

/** One run, asked again while it runs. */
export function useRun(id: string | null) {
  return useQuery({
    queryKey: ['law-runs', id],
    queryFn: () => get(`/law-runs/${id}`, LawRun),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? POLL_MS : false),
  });
}

/** What a change can be made on; it changes only when something is published. */
export function useLawBasis() {
  return useQuery({ queryKey: ['law-basis'], queryFn: () => get('/law-basis', LawBasis) });
}
