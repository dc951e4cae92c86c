import { readFileSync } from 'node:fs';
import { REAL_TIME } from '../../domain/clock/businessClock.ts';
import type { Law } from '../../domain/clock/law.ts';
import type { ApplicationState } from '../../domain/flow/applicationState.ts';
import type { CaseInput } from '../../domain/flow/open.ts';
import {
  openApplication,
  openCodeRequest,
  openReconciliation,
  openTransfer,
} from '../../domain/flow/open.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { CENTRE_UNIT, type CaseBase, type Command, type Flow } from '../../domain/flow/flow.ts';
import { refusalOf, step } from '../../domain/flow/judge.ts';
import { lawOf, RuleSet } from '../../domain/law/ruleSet.ts';
import type { ApplicationFacts } from '../../domain/flow/applicationState.ts';
import type { Actor, ActorRole } from '../../domain/role.ts';
import { ALL_YEARS, at } from './nationalCalendar.ts';

/** Monday 18 September 2023, 9:00 in Viet Nam. */
export const OPENED = at('2023-09-18');

export const FACTS: ApplicationFacts = {
  certificateType: 'NO_1',
  channel: 'COUNTER',
  delivery: 'POST',
  foreigner: false,
  hasMilitaryService: false,
  suggestedRegime: 'SIMPLE',
  suggestedGrounds: [],
  policeUnit: 'PV06-01',
  courtUnit: 'TAND-01',
  postUnit: 'BUUDIEN-01',
  feeVnd: 200_000,
};
export const UNIT = 'STP-01';

/** Law of 2016 to February 2025, with the calendar of all published years. */
export const LAW: Law = lawOfB();

/** The same law as cases pinned it before rule sets had a ladder. */
export const OLDER_LAW: Law = {
  ruleSetId: LAW.ruleSetId,
  terms: LAW.terms,
  atRiskFraction: 0.7,
  calendar: LAW.calendar,
};

function lawOfB(): Law {
  const file = new URL('../../data/rule-sets/B.json', import.meta.url);
  const ruleSet = RuleSet.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...lawOf(ruleSet, ALL_YEARS) };
}

const UNITS: Partial<Record<ActorRole, string>> = {
  POLICE_LIAISON: FACTS.policeUnit,
  COURT_LIAISON: FACTS.courtUnit,
  POSTAL_OPERATOR: FACTS.postUnit,
  CENTRE_RECEIVER: CENTRE_UNIT,
  CENTRE_REVIEWER: CENTRE_UNIT,
  CENTRE_APPROVER: CENTRE_UNIT,
  SYSTEM: 'system',
};

/** A person of a role, in the unit where that role works; named after the role. */
export function actorIn(role: ActorRole, id: string = role): Actor {
  return { id, roles: [role], unit: UNITS[role] ?? UNIT };
}

/** A command with what its act asks for filled in. */
export function commandOf(act: string, actor: Actor, codes: Command['codes'] = {}): Command {
  return { act, actor, expectedRev: null, codes, paperId: null };
}

/** Do an act that must be legal; gives the new state and what follows. */
export function must<S extends CaseBase>(
  flow: Flow<S>,
  state: S,
  command: Command,
  now = state.openedAt,
  law = LAW,
) {
  const made = step(flow, state, command, { now, law });
  if (!made.ok) throw new Error(`${command.act} at ${state.step}: ${made.code}`);
  return made;
}

export function opened(
  changes: Partial<ApplicationFacts> = {},
  accepted = true,
  now = OPENED,
  law = LAW,
): ApplicationState {
  return openApplication({ ...inputOf(accepted, now), law, facts: { ...FACTS, ...changes } });
}

export function openedTransfer(now = OPENED) {
  const facts = { recordNumber: '01HN2023/00001', recordPaperId: 'paper' };
  return openTransfer({ ...inputOf(true, now), caseId: 'HN-T-2023-000001', facts });
}

export function openedCodeRequest(now = OPENED) {
  return openCodeRequest({ ...inputOf(true, now), caseId: 'HN-M-2023-000001', facts: {} });
}

export function openedReconciliation(withCentre = true, now = OPENED) {
  const facts = { withCentre };
  return openReconciliation({ ...inputOf(true, now), caseId: 'HN-D-2023-000001', facts });
}

function inputOf(accepted: boolean, receivedAt: number): Omit<CaseInput<never>, 'facts'> {
  return {
    caseId: 'HN-P-2023-000001',
    unit: UNIT,
    law: LAW,
    clock: REAL_TIME,
    receivedAt,
    actor: actorIn('ONE_STOP_OFFICER'),
    accepted,
  };
}

/** A scripted act: name, role, codes. */
export type Deed = readonly [act: string, role: ActorRole, codes?: Command['codes']];

const CASE = 'HN-P-2023-000001';
export const POLICE_REQUEST = `${CASE}/POLICE-1`;
export const COURT_REQUEST = `${CASE}/COURT-1`;
export const CLASSIFY: Deed = ['classify', 'LLTP_OFFICER', { regime: 'SIMPLE', grounds: [] }];

/** An answer of the police (or court) as a deed. */
export function answered(outcome: string, requestId = POLICE_REQUEST, replaces = false): Deed {
  const role = requestId.includes('/COURT-') ? 'COURT_LIAISON' : 'POLICE_LIAISON';
  return ['answerVerification', role, { requestId, outcome, replaces }];
}

const CLEAN = answered('NO_RECORD');
const DRAFT: Deed = ['draft', 'LLTP_OFFICER', { conclusion: 'NO_RECORD' }];
const TO_EVALUATING = [CLASSIFY, CLEAN] as const;
const TO_SIGNING = [...TO_EVALUATING, DRAFT, ['check', 'DIVISION_HEAD']] as const;
const TO_ISSUED = [...TO_SIGNING, ['sign', 'DIRECTOR'], ['issue', 'SEAL_CLERK']] as const;

/** How an application comes to each step; SUBMITTED starts without acceptance. */
export const WAYS: Record<ApplicationState['step'], readonly Deed[]> = {
  SUBMITTED: [],
  SUPPLEMENT_REQUESTED: [['requestSupplement', 'LLTP_OFFICER']],
  ACCEPTED: [],
  VERIFYING: [CLASSIFY],
  EVALUATING: TO_EVALUATING,
  CHECKING: [...TO_EVALUATING, DRAFT],
  SIGNING: TO_SIGNING,
  ISSUING: [...TO_SIGNING, ['sign', 'DIRECTOR']],
  DELIVERING: TO_ISSUED,
  POSTED: [...TO_ISSUED, ['post', 'ONE_STOP_OFFICER']],
  CLOSED: [...TO_ISSUED, ['handOver', 'ONE_STOP_OFFICER']],
  REFUSED: [['refuse', 'ONE_STOP_OFFICER', { ground: 'NOT_COMPETENT' }]],
  WITHDRAWN: [['withdraw', 'APPLICANT']],
  LAPSED: [],
  CANCELLED: [['cancel', 'DIVISION_HEAD', { ground: 'DUPLICATE' }]],
};

/** Do deeds one after another. */
export function after(state: ApplicationState, deeds: readonly Deed[], now = OPENED) {
  return deeds.reduce(
    (before, [act, role, codes]) =>
      must(applicationFlow, before, commandOf(act, actorIn(role), codes), now).state,
    state,
  );
}

/** An application that has come to a step by the usual way. */
export function applicationAt(at_: ApplicationState['step']): ApplicationState {
  if (at_ === 'LAPSED') {
    const waiting = after(opened(), WAYS.SUPPLEMENT_REQUESTED);
    const due = waiting.clocks.find(({ name }) => name === 'supplement')?.dueAt ?? 0;
    const lapse = commandOf('lapse', actorIn('SYSTEM'));
    return must(applicationFlow, waiting, lapse, due + 1).state;
  }
  const accepted = at_ !== 'SUBMITTED' && at_ !== 'REFUSED';
  return after(opened({}, accepted), WAYS[at_]);
}

/** The clock of an application by its name; it must be there. */
export function clockOf(state: ApplicationState, name: string) {
  const clock = state.clocks.find((each) => each.name === name);
  if (clock === undefined) throw new Error(`no clock ${name}`);
  return clock;
}

/** Why an application refuses a command; null where it does not. */
export function refused(state: ApplicationState, command: Command, now = OPENED, law = LAW) {
  return refusalOf(applicationFlow, state, command, { now, law });
}
