import { useQuery } from '@tanstack/react-query';
import { TransferPage } from '../../domain/exchange/transferPage.ts';
import { get } from '../api.ts';

/** Both channels of a transfer, content of a slip, slips of a record; stale with the case. */
export function useTransferPage(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'transfer'],
    queryFn: () => get(`/transfers/${caseId}`, TransferPage),
  });
}
