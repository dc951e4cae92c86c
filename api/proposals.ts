import { findAskedUnit, findUnit } from '../db/read/units.ts';
import type { CaseDetail } from '../domain/case.ts';
import { answeredEntries } from '../domain/conviction/answered.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import type { VerificationKind } from '../domain/flow/verification.ts';
import { dateOf } from '../domain/instant.ts';
import type { AskProposal } from '../domain/question.ts';
import { type AskedUnit, existsOn } from '../domain/routing/askedUnit.ts';
import { type Proposal, proposalsOf } from '../domain/routing/proposals.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { routingBook } from './routingBook.ts';

/** Steps at which a further unit can be asked. */
const ASKING: readonly string[] = ['VERIFYING', 'EVALUATING'];

type Answers = NonNullable<CaseDetail['answers']>;

/**
 * Whom to ask further, as the answers in force of an application suggest it, each with the unit of the province
 * whose unit told of the judgment. Asks the database only where there is something to propose.
 */
export async function proposalsFor(
  deps: ApiDeps,
  state: AnyState,
  answers: Answers,
): Promise<AskProposal[]> {
  if (state.kind !== 'APPLICATION' || !ASKING.includes(state.step)) return [];
  const { requests } = state;
  const { proposals: rules } = await routingBook();
  const asked = requests.map(({ kind }) => kind);
  const proposals = proposalsOf(answeredEntries(answers), asked, rules);
  if (proposals.length === 0) return [];
  return Promise.all(
    proposals.map(async (proposal): Promise<AskProposal> => {
      const told = answers.find(({ inForce, entries }) => inForce && tellsOf(entries, proposal));
      const by = requests.find(({ id }) => id === told?.requestId)?.unit;
      const { cause, why, label, citation, verified } = proposal.rule;
      return {
        kind: proposal.kind,
        unit: by === undefined ? null : await unitBeside(deps, by, proposal.kind),
        cause,
        why,
        label,
        citation,
        verified,
        judgments: proposal.entries.map(({ judgmentNumber }) => judgmentNumber),
      };
    }),
  );
}

function tellsOf(entries: Answers[number]['entries'], proposal: Proposal): boolean {
  const numbers = proposal.entries.map(({ judgmentNumber }) => judgmentNumber);
  return entries.some(({ judgmentNumber }) => numbers.includes(judgmentNumber));
}

/** The only unit of a kind in the province of another, today; null where none or more than one is. */
async function unitBeside(
  deps: ApiDeps,
  code: string,
  kind: VerificationKind,
): Promise<AskProposal['unit']> {
  const provinceCode = (await findAskedUnit(deps.pool, code))?.provinceCode ?? null;
  if (provinceCode === null) return null;
  const today = dateOf(nowMs(deps));
  const fits = (unit: AskedUnit): boolean =>
    unit.kind === kind && unit.provinceCode === provinceCode && existsOn(unit, today);
  const there = (await deps.places.unitsAround([provinceCode])).filter(fits);
  const [only, ...others] = there;
  if (only === undefined || others.length > 0) return null;
  const unit = await findUnit(deps.pool, only.code);
  return unit === null ? null : { code: unit.code, name: unit.name };
}
