import { AgencyRejected, AgencyUnavailable } from '../../agencies/failure.ts';
import type { AgencyClients } from '../../agencies/client.ts';
import type { PostItemRequest, VerificationRequestMessage } from '../../agencies/contract.ts';

/** Agencies that acknowledge at once and say nothing more; tests answer in their stead. */
export function fakeAgencies() {
  const asked: VerificationRequestMessage[] = [];
  const posted: PostItemRequest[] = [];
  /** Units that cannot be reached, and units that refuse for good. */
  const mood = { out: new Set<string>(), rejecting: new Set<string>() };

  function listen(unit: string): void {
    if (mood.out.has(unit)) throw new AgencyUnavailable(unit, 'NOT_REACHED');
    if (mood.rejecting.has(unit)) throw new AgencyRejected(unit, 'INVALID_MESSAGE');
  }

  const clients: AgencyClients = {
    async sendVerification(request) {
      listen(request.toUnit);
      asked.push(request);
      return {
        messageId: request.messageId,
        acceptedAt: new Date().toISOString(),
        reference: `R-${asked.length}`,
      };
    },
    async sendPostItem(item) {
      listen(item.toUnit);
      posted.push(item);
      return {
        messageId: item.messageId,
        acceptedAt: new Date().toISOString(),
        trackingNumber: `VN${posted.length}`,
      };
    },
  };
  return { clients, asked, posted, mood };
}
