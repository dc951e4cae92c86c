import { getPrintableLetter, type PrintableLetter } from '../db/read/letters.ts';
import { applicantName } from '../domain/application.ts';
import { termsOf } from '../domain/law/ruleSet.ts';
import { renderLetter } from '../print/letter.ts';
import type { LetterData, LetterSigner } from '../print/letterForm.ts';
import { termText } from '../print/officialText.ts';
import type { ApiDeps } from './deps.ts';
import { letterBook } from './letterBook.ts';
import { letterheadOf } from './letterhead.ts';

/** A letter as PDF bytes; a draft is marked as one. */
export async function letterPaperOf(
  deps: ApiDeps,
  { id, caseId }: { id: string; caseId: string },
): Promise<Uint8Array> {
  const letter = await getPrintableLetter(deps.pool, id);
  return renderLetter(await dataOf(deps, caseId, letter), { demo: deps.demonstration });
}

async function dataOf(deps: ApiDeps, caseId: string, letter: PrintableLetter): Promise<LetterData> {
  const { subject, certificateType } = letter.application;
  const { unit, ruleSetId } = letter;
  const openedAt = Date.parse(letter.openedAt);
  const { apology } = await letterBook();
  const { trackingCode, promisedDueAt } = letter;
  return {
    letterhead: await letterheadOf(deps, { unit, ruleSetId, openedAt }),
    wording: apology,
    number: letter.number,
    at: Date.parse(letter.signedAt ?? letter.draftedAt),
    caseId,
    requesterName: applicantName(letter.application),
    subjectName: subject.fullName,
    certificateType,
    receivedAt: openedAt,
    term: await termOf(deps, letter),
    missedAt: Date.parse(letter.missedAt),
    earlierNumber: letter.earlierNumber,
    step: letter.step,
    promisedAt: promisedDueAt === null ? null : Date.parse(promisedDueAt),
    signer: signerOf(letter),
    tracking:
      trackingCode === null
        ? null
        : { code: trackingCode, url: `${deps.publicUrl}/tra-cuu?ma=${trackingCode}` },
  };
}

async function termOf(
  { laws }: ApiDeps,
  { legalTerm, ruleSetId }: PrintableLetter,
): Promise<LetterData['term']> {
  const terms = termsOf(await laws.ruleSet(ruleSetId));
  const term = Object.entries(terms).find(([name]) => name === legalTerm)?.[1];
  if (term === undefined) return null;
  return { text: termText(term), citation: term.citation };
}

function signerOf({ signerName, signerTitle, signerRoles }: PrintableLetter): LetterSigner | null {
  if (signerName === null) return null;
  const director = signerRoles?.includes('DIRECTOR') ?? false;
  const deputy = signerTitle?.toLowerCase().startsWith('phó') ?? false;
  if (!director) return { position: 'DIVISION_HEAD', name: signerName };
  return { position: deputy ? 'DEPUTY_DIRECTOR' : 'DIRECTOR', name: signerName };
}
