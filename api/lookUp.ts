import { keepDecision, noteLookUp } from '../db/desk/identity.ts';
import { getSubmitted } from '../db/read/cases.ts';
import { listDecisions } from '../db/read/identityDecisions.ts';
import { findKnownPersons, listKnownPersons } from '../db/read/knownPersons.ts';
import type { Account } from '../domain/account.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { type Identity, identityOfSubject } from '../domain/identity/identity.ts';
import {
  type Candidate,
  type DecisionForm,
  type LookUp,
  rank,
  type Ranked,
} from '../domain/identity/lookUp.ts';
import type { KnownPerson } from '../domain/identity/lookUp.ts';
import { allows } from '../domain/permission.ts';
import { decidableBy } from './claimable.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { identityWeights } from './identityWeights.ts';
import { Refused } from './refused.ts';

type Decided = Awaited<ReturnType<typeof listDecisions>>;

/** A case that an account has opened, and on whose desk it lies. */
interface OpenedCase {
  account: Account;
  state: AnyState;
  holder: string | null;
}

/**
 * The own-database look-up of an application, for who may read it; what it found is noted. Only for
 * an accepted application; once the case has ended only what was decided upon is shown.
 */
export async function lookUpOf(
  deps: ApiDeps,
  { account, state, holder }: OpenedCase,
): Promise<LookUp> {
  const asked = await askedFor(deps, state);
  const { version, citation, verified } = await identityWeights();
  const decided = await listDecisions(deps.pool, state.caseId);
  const searched = state.closedAt === null;
  const found = searched ? await search(deps, asked) : await remembered(deps, decided);
  const candidates = found.likely.map((each) => withDecisions(each, decided));
  if (searched) {
    const ids = found.likely.map(({ known }) => known.id);
    const noted = { caseId: state.caseId, account: account.id, at: nowIso(deps) };
    await noteLookUp(deps.pool, { ...noted, weights: version, found: ids });
  }
  return {
    searched,
    asked,
    weights: { version, citation, verified },
    candidates,
    unlikely: found.unlikely,
    truncated: found.truncated,
    mayDecide: allows(account, 'identity.decide') && decidableBy(account, state, holder) === null,
  };
}

/**
 * Keep an officer's decision on candidates of the look-up, each with the comparison as it is now. Refuses
 * with what {@link decidableBy} says.
 */
export async function decideOn(
  deps: ApiDeps,
  { account, state, holder }: OpenedCase,
  form: DecisionForm,
  key: string,
): Promise<void> {
  const asked = await askedFor(deps, state);
  const refusal = decidableBy(account, state, holder);
  if (refusal !== null) throw new Refused(refusal);
  const { likely } = await search(deps, asked);
  const { knownPersons, decision, reason } = form;
  const on = [...new Set(knownPersons)].map((knownPerson) => {
    const candidate = likely.find(({ known }) => known.id === knownPerson);
    if (candidate === undefined) throw new Refused('CANDIDATE_NOT_FOUND');
    return { knownPerson, comparison: candidate.comparison };
  });
  const { version } = await identityWeights();
  await keepDecision(deps.pool, {
    decision,
    reason,
    on,
    id: key,
    caseId: state.caseId,
    weights: version,
    decidedBy: account.id,
    decidedAt: nowIso(deps),
  });
}

async function askedFor(deps: ApiDeps, state: AnyState): Promise<Identity> {
  const { application } = await getSubmitted(deps.pool, state.caseId);
  if (application === null) throw new Refused('NOT_FOUND');
  const accepted = state.kind === 'APPLICATION' && state.acceptedAt !== null;
  if (!accepted) throw new Refused('LOOK_UP_NOT_YET');
  return identityOfSubject(application.subject);
}

interface Likely {
  likely: Ranked<KnownPerson>[];
  unlikely: number;
  truncated: boolean;
}

async function search(deps: ApiDeps, asked: Identity): Promise<Likely> {
  const { persons, truncated } = await findKnownPersons(deps.pool, asked);
  const ranked = rank(asked, persons, await identityWeights());
  const likely = ranked.filter(({ comparison }) => comparison.class !== 'UNLIKELY');
  return { likely, unlikely: ranked.length - likely.length, truncated };
}

/** The persons decided upon, each with the comparison of the latest decision. */
async function remembered(deps: ApiDeps, decided: Decided): Promise<Likely> {
  const latest = new Map(decided.toReversed().map((each) => [each.knownPerson, each.comparison]));
  const persons = await listKnownPersons(deps.pool, [...latest.keys()]);
  const likely = persons.flatMap((known) => {
    const comparison = latest.get(known.id);
    return comparison === undefined ? [] : [{ known, comparison }];
  });
  likely.sort((a, b) => b.comparison.score - a.comparison.score);
  return { likely, unlikely: 0, truncated: false };
}

function withDecisions({ known, comparison }: Ranked<KnownPerson>, decided: Decided): Candidate {
  const decisions = decided
    .filter(({ knownPerson }) => knownPerson === known.id)
    .map(({ comparison: _comparison, ...decision }) => decision);
  return { known, comparison, decisions };
}
