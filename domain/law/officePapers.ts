import * as z from 'zod';
import type { Unit } from '../account.ts';
import type { RuleSet } from './ruleSet.ts';
import { source } from './source.ts';

/**
 * How the papers of an issuing office look: head, and what follows the serial number (NĐ 30/2020/NĐ-CP,
 * annex I). `{province}` stands for the province as it is called within a sentence.
 */
export const OfficePapers = z.strictObject({
  /** Body above the office. */
  superior: z.string().min(1).nullable(),
  name: z.string().min(1),
  /** Place beside the date; null: the province. */
  place: z.string().min(1).nullable(),
  /** After the slash in the number of a certificate, and of a letter of apology. */
  certificateNumber: z.string().regex(/^[A-ZĐ0-9-]+$/),
  letterNumber: z.string().regex(/^[A-ZĐ0-9-]+$/),
  /** Of the letter under which records go to the Centre; rule sets published before lack it. */
  dispatchNumber: z
    .string()
    .regex(/^[A-ZĐ0-9-]+$/)
    .optional(),
  ...source,
});

/** The office that speaks on a paper: as it stands in the head, in a sentence, and beside a date. */
export interface OfficeNames {
  superior: string | null;
  name: string;
  place: string;
}

/**
 * Names of the office that issues under a rule set, at a unit of a kind in a province (`Thành phố Hà Nội`;
 * null for a unit of the whole country).
 */
export function officeNames(
  { agencies }: Pick<RuleSet, 'agencies'>,
  kind: Unit['kind'],
  province: string | null,
): OfficeNames {
  const { papers, label } = kind === 'CENTRE' ? agencies.centralIssuer : agencies.issuer;
  const place = (province ?? '').replace(/^(?:Thành phố|Tỉnh) /u, '');
  const within = (province ?? '').replace(/^[TC]/u, (first) => first.toLowerCase());
  const filled = (text: string) => text.replace('{province}', within).trim();
  if (papers === undefined) return { superior: null, name: label.vi, place };
  return {
    superior: papers.superior === null ? null : filled(papers.superior),
    name: filled(papers.name),
    place: papers.place ?? place,
  };
}

/** What follows the number of a cover letter of a unit under a rule set; `CV` where it has no sign of its own. */
export function dispatchSign({ agencies }: Pick<RuleSet, 'agencies'>, kind: Unit['kind']): string {
  const { papers } = kind === 'CENTRE' ? agencies.centralIssuer : agencies.issuer;
  return papers?.dispatchNumber ?? 'CV';
}
