import { getSubmitted } from '../db/read/cases.ts';
import { findRefusal, type Refusal } from '../db/read/refusal.ts';
import { applicantName } from '../domain/application.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { renderRefusal } from '../print/refusal.ts';
import type { RefusalData } from '../print/refusalForm.ts';
import { signerOf } from '../print/signer.ts';
import type { ApiDeps } from './deps.ts';
import { letterBook } from './letterBook.ts';
import { letterheadOf } from './letterhead.ts';
import { Refused } from './refused.ts';

/** The written refusal of an application as PDF bytes; refuses with NOT_REFUSED where it has none. */
export async function refusalPaperOf(deps: ApiDeps, state: AnyState): Promise<Uint8Array> {
  const { caseId } = state;
  const refusal = state.step === 'REFUSED' ? await findRefusal(deps.pool, caseId) : null;
  const { application, trackingCode } = await getSubmitted(deps.pool, caseId);
  if (refusal === null || application === null) throw new Refused('NOT_REFUSED');
  const { subject, certificateType } = application;
  const { ground, reason, at } = refusal;
  return renderRefusal(
    {
      letterhead: await letterheadOf(deps, state),
      wording: (await letterBook()).refusal,
      caseId,
      at: Date.parse(at),
      receivedAt: state.openedAt,
      requesterName: applicantName(application),
      subjectName: subject.fullName,
      certificateType,
      ground,
      reason,
      signer: signerIn(state, refusal),
      tracking:
        trackingCode === null
          ? null
          : { code: trackingCode, url: `${deps.publicUrl}/tra-cuu?ma=${trackingCode}` },
    },
    { demo: deps.demonstration },
  );
}

function signerIn(
  state: AnyState,
  { officerName: name, officerTitle }: Refusal,
): RefusalData['signer'] {
  const accepted = state.kind === 'APPLICATION' && state.acceptedAt !== null;
  if (!accepted) return { position: 'RECEIVER', name };
  return signerOf(name, officerTitle) ?? { position: 'DIRECTOR', name };
}
