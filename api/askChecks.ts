import type * as z from 'zod';
import { findAskedUnit } from '../db/read/units.ts';
import type { ACTS } from '../domain/acts.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import type { Command } from '../domain/flow/flow.ts';
import { searchedFor } from '../domain/flow/nationalSearch.ts';
import { dateOf } from '../domain/instant.ts';
import { existsOn } from '../domain/routing/askedUnit.ts';
import { courtBeside, nationalSearch } from '../domain/routing/routes.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { earlierAnswersFor } from './earlierAnswers.ts';
import { Refused } from './refused.ts';

/** Whether a unit can be asked what an officer wants to: it is of that kind and exists today. */
export async function checkAskedUnit(
  deps: ApiDeps,
  { kind, unit: code }: z.infer<typeof ACTS.askUnit.codes>,
): Promise<void> {
  const unit = await findAskedUnit(deps.pool, code);
  const fits = unit !== null && unit.kind === kind && existsOn(unit, dateOf(nowMs(deps)));
  if (!fits) throw new Refused('UNKNOWN_UNIT', [{ path: 'codes.unit', code: 'UNKNOWN_UNIT' }]);
}

/** The codes of `askUnit` with the court of the asked unit's province: what it finds is asked there. */
export async function withCourtBeside(
  deps: ApiDeps,
  codes: Command['codes'],
): Promise<Command['codes']> {
  const unit = await findAskedUnit(deps.pool, String(codes['unit']));
  if (unit === null || unit.kind !== 'POLICE' || unit.provinceCode === null) return codes;
  const units = await deps.places.unitsAround([unit.provinceCode]);
  const court = courtBeside(unit, dateOf(nowMs(deps)), units);
  return court === null ? codes : { ...codes, court };
}

/** The codes of `reclassify` with the unit that searches the whole country, where a ground needs that. */
export async function withNationalUnit(
  deps: ApiDeps,
  codes: Command['codes'],
): Promise<Command['codes']> {
  const { grounds } = codes as z.infer<typeof ACTS.reclassify.codes>;
  if (searchedFor(grounds).length === 0) return codes;
  const units = await deps.places.unitsAround([]);
  const { code, kind } = nationalSearch(dateOf(nowMs(deps)), units);
  return { ...codes, nationalUnit: code, nationalKind: kind };
}

/** The codes of `reuseAnswer` with what the offered answer said; refuses one that is not offered. */
export async function withEarlierAnswer(
  deps: ApiDeps,
  state: AnyState,
  codes: Command['codes'],
): Promise<Command['codes']> {
  const offered = state.kind === 'APPLICATION' ? await earlierAnswersFor(deps, state) : [];
  const answer = offered.find(
    ({ requestId, answerId }) => requestId === codes['requestId'] && answerId === codes['answerId'],
  );
  // Nothing is offered for a question that is answered already: the case says so in its own words.
  if (answer === undefined) return codes;
  return { ...codes, outcome: answer.outcome, fromCase: answer.fromCase };
}
