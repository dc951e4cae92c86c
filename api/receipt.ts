import { findAccount } from '../db/read/accounts.ts';
import { applicantName, type ApplicationSubmission, missingPapers } from '../domain/application.ts';
import { type ApplicationState, TOTAL_TERMS } from '../domain/flow/applicationState.ts';
import { PAPER_NAMES } from '../domain/wording/papers.ts';
import { termText } from '../print/officialText.ts';
import { renderReceipt } from '../print/receipt.ts';
import type { ApiDeps } from './deps.ts';
import { letterheadOf } from './letterhead.ts';

export interface ReceiptSource {
  application: ApplicationSubmission;
  trackingCode: string | null;
  submittedBy: string;
  submittedAt: string;
}

/** The receipt and appointment slip of an application, as PDF bytes. */
export async function receiptOf(
  deps: ApiDeps,
  state: ApplicationState,
  { application, trackingCode, submittedBy, submittedAt }: ReceiptSource,
): Promise<Uint8Array> {
  const { terms } = await deps.laws.ruleSet(state.ruleSetId);
  const officer = await findAccount(deps.pool, submittedBy);
  const total = state.clocks.find(({ name }) => name === 'total');
  const term = state.regime === null ? null : terms[TOTAL_TERMS[state.regime]];
  const { subject, agent, papers } = application;
  return renderReceipt(
    {
      letterhead: await letterheadOf(deps, state),
      dossierNumber: state.caseId,
      trackingCode: trackingCode ?? '',
      trackingUrl: `${deps.publicUrl}/tra-cuu?ma=${trackingCode}`,
      receivedAt: Date.parse(submittedAt),
      promisedAt: total?.dueAt ?? null,
      termText: term && termText(term),
      requester: {
        fullName: applicantName(application),
        phone: subject.phone,
        address: subject.permanentResidence?.text ?? null,
      },
      agent,
      subjectName: subject.fullName,
      certificateType: application.certificateType,
      copies: application.copies,
      received: papers.map((paper) => ({ name: PAPER_NAMES[paper], copies: 1 })),
      missing: missingPapers(application).map((paper) => PAPER_NAMES[paper]),
      fee: {
        amountVnd: state.facts.feeVnd,
        settled: application.feeSettled || state.acceptedAt !== null,
        reductionReason: application.feeReason,
      },
      delivery: application.delivery,
      deliveryPlace: application.deliveryAddress?.text ?? null,
      officerName: officer?.displayName ?? submittedBy,
    },
    { demo: deps.demonstration },
  );
}
