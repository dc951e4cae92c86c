import { getPrintableLetter, type PrintableLetter } from '../db/read/letters.ts';
import { applicantName } from '../domain/application.ts';
import { termsOf } from '../domain/law/ruleSet.ts';
import { renderLetter } from '../print/letter.ts';
import type { LetterData } from '../print/letterForm.ts';
import { type LetterSigner, signerOf } from '../print/signer.ts';
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
    signer: letterSignerOf(letter),
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

/** A letter may be signed by a head of division too. */
function letterSignerOf(letter: PrintableLetter): LetterSigner | null {
  const { signerName, signerTitle, signerRoles } = letter;
  const signer = signerOf(signerName, signerTitle);
  const director = signerRoles?.includes('DIRECTOR') ?? false;
  return signer === null || director ? signer : { ...signer, position: 'DIVISION_HEAD' };
}
