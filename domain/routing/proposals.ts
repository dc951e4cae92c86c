import * as z from 'zod';
import type { ConvictionDetails, Execution } from '../conviction/entry.ts';
import type { ConvictionEntry } from '../agencyMessage.ts';
import { FURTHER_REASONS } from '../flow/askReason.ts';
import { VERIFICATION_KINDS, type VerificationKind } from '../flow/verification.ts';
import { Label } from '../law/regime.ts';
import { source } from '../law/source.ts';

/** What an answer may show that a further unit can say more about. */
export const PROPOSAL_CAUSES = ['PAYMENT_OPEN', 'EXECUTION_UNKNOWN', 'NO_JUDGMENT_KNOWN'] as const;
export type ProposalCause = (typeof PROPOSAL_CAUSES)[number];

/** Which kinds of unit a cause suggests to ask, and as what. */
export const ProposalRule = z.strictObject({
  cause: z.enum(PROPOSAL_CAUSES),
  ask: z.array(z.enum(VERIFICATION_KINDS)).min(1),
  why: z.enum(FURTHER_REASONS),
  label: Label,
  ...source,
});
export type ProposalRule = z.infer<typeof ProposalRule>;

/** A kind of unit to ask, by a rule, about judgments. */
export interface Proposal {
  kind: VerificationKind;
  rule: ProposalRule;
  entries: ConvictionEntry[];
}

/** States in which nothing shows that a part of a judgment is done. */
const OPEN: readonly Execution['state'][] = ['NOT_DONE', 'UNKNOWN'];
const PAID: readonly string[] = ['FINE', 'CONFISCATION'];
/** Principal penalties served outside prison. */
const AT_HOME: readonly string[] = ['NON_CUSTODIAL', 'SUSPENDED'];
const LASTING: readonly string[] = [
  'OFFICE_BAN',
  'RESIDENCE_BAN',
  'RESIDENCE_CONTROL',
  'RIGHTS_DEPRIVED',
];

const SHOWS: Record<ProposalCause, (details: ConvictionDetails) => boolean> = {
  PAYMENT_OPEN: ({ principal, additional, civil, courtFees }) =>
    [
      ...[civil, courtFees].map((duty) => duty?.execution),
      ...[principal, ...additional]
        .filter(({ kind }) => PAID.includes(kind))
        .map(({ execution }) => execution),
    ].some((execution) => execution !== undefined && OPEN.includes(execution.state)),
  EXECUTION_UNKNOWN: ({ principal, additional }) =>
    [
      ...(AT_HOME.includes(principal.kind) ? [principal] : []),
      ...additional.filter(({ kind }) => LASTING.includes(kind)),
    ].some(({ execution }) => execution.state === 'UNKNOWN'),
  NO_JUDGMENT_KNOWN: ({ basis }) => basis === 'ARREST_ONLY',
};

/**
 * Whom to ask further, as the details of answered judgments suggest it, each kind once for every reason. Words
 * without details suggest nothing; kinds of `asked` were asked already.
 */
export function proposalsOf(
  entries: readonly ConvictionEntry[],
  asked: readonly VerificationKind[],
  rules: readonly ProposalRule[],
): Proposal[] {
  return rules.flatMap((rule) => {
    const shown = entries.filter(
      ({ details }) => details !== undefined && SHOWS[rule.cause](details),
    );
    if (shown.length === 0) return [];
    return rule.ask
      .filter((kind) => !asked.includes(kind))
      .map((kind) => ({ kind, rule, entries: shown }));
  });
}
