import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NoBody, send } from '../api.ts';

/** Take a request on one's desk or give it back; the desk is asked again whatever came of it. */
export function useRequestClaim(requestId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['desk'] });
  const take = useMutation({
    mutationFn: (over: string | null) =>
      send('PUT', '/verifications/claims', { requestId, over }, NoBody),
    onSettled,
  });
  const giveBack = useMutation({
    mutationFn: () =>
      send(
        'DELETE',
        `/verifications/claims?requestId=${encodeURIComponent(requestId)}`,
        undefined,
        NoBody,
      ),
    onSettled,
  });
  return { take, giveBack };
}
