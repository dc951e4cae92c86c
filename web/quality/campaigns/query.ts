import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CampaignPage, Campaigns } from '../../../domain/quality/campaign.ts';
import { get, send } from '../../api.ts';
import { useSteadyKey } from '../../steadyKey.ts';

export function useCampaigns() {
  return useQuery({
    queryKey: ['campaigns', 'list'],
    queryFn: () => get('/campaigns', Campaigns),
  });
}

export function useCampaign(id: string) {
  return useQuery({
    queryKey: ['campaigns', 'one', id],
    queryFn: () => get(`/campaigns/${id}`, CampaignPage),
  });
}

/** Prepare a campaign; the same plan sent again is the same campaign. */
export function usePrepare(onDone: (page: CampaignPage) => void) {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: object) =>
      send('POST', '/campaigns', body, CampaignPage, { idempotencyKey: keyOf(body) }),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });
}

export function useCampaignAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'start' | 'end') =>
      send('POST', `/campaigns/${id}/${act}`, undefined, CampaignPage),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });
}
