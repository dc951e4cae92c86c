import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApplicationSubmission, Subject } from '../domain/application.ts';
import type { NamedJudgment } from '../domain/desk.ts';
import type { VerificationKind } from '../domain/flow/verification.ts';
import { LegalBases } from '../domain/routing/bases.ts';
import type { VerificationRequestMessage } from './contract.ts';

const FILE = join(import.meta.dirname, '..', 'data', 'routing', 'bases.json');
let bases: Promise<LegalBases> | null = null;

/** Under which provisions each kind of unit is asked; throws ZodError with the place when the file is not sound. */
export function legalBases(): Promise<LegalBases> {
  bases ??= readFile(FILE, 'utf8').then((text) => LegalBases.parse(JSON.parse(text)));
  return bases;
}

/** A question as the database has it. */
export interface Question {
  requestId: string;
  kind: VerificationKind;
  askedAt: string;
  dueAt: string;
  round: number;
  application: ApplicationSubmission;
  /** Identification that was given since the first round. */
  identification: string | null;
  /** Judgments that brought the question to a court. */
  judgments: readonly NamedJudgment[];
}

/** A question as the asked unit receives it: what it needs to search its files, and no more. */
export function slipOf(
  { application, judgments, ...question }: Question,
  sending: { messageId: string; fromUnit: string; toUnit: string },
  basisOf: LegalBases,
): VerificationRequestMessage {
  return {
    ...question,
    ...sending,
    purpose: application.purpose,
    legalBasis: basisOf[question.kind].citation,
    person: personAsked(application.subject),
    ...(judgments.length > 0 && { judgments: [...judgments] }),
  };
}

function personAsked(subject: Subject): VerificationRequestMessage['person'] {
  return {
    fullName: subject.fullName,
    otherNames: subject.otherNames,
    gender: subject.gender,
    birthDate: subject.birthDate,
    birthPlace: subject.birthPlace,
    nationality: subject.nationality,
    personalId: subject.personalId,
    documents: subject.documents,
    parents: { father: subject.fatherName, mother: subject.motherName },
    residences: subject.residenceHistory.map(({ from, to, place, provinceCode }) => ({
      from,
      to,
      place,
      provinceCode,
    })),
  };
}
