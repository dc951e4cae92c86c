import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import type { ApplicationSubmission } from '../domain/application.ts';
import type { ApplicationReceived } from '../domain/intake.ts';
import { dateOf } from '../domain/instant.ts';
import type { RecordSubmission } from '../domain/record.ts';
import { ApiRefusal, type ApiUser } from './apiUser.ts';
import { submissionOf } from './applicants.ts';
import { addYears } from './calendar.ts';
import type { Cast } from './cast.ts';
import { pull } from './pull.ts';
import { type Judgment, makeJudgment } from './judgments.ts';
import { type Random, seededRandom } from './random.ts';
import { makeRecord } from './records.ts';
import type { Stage } from './stage.ts';
import { type ApplicationStory, type Plan, PLACES, type Scene } from './story.ts';

const OPENING_TRIES = 40;
const OPENING_PAUSE_MS = 250;
/** How old the judgment of an old record is: past the age from which its completion is missed. */
const YEARS_AGO = 7;

type Received = z.infer<typeof ApplicationReceived>;

export interface Company {
  cast: Cast;
  stage: Stage;
  /** Address of the simulated agencies, without trailing slash. */
  agenciesUrl: string;
}

/** Play a story from arrival to its last beat, each at its time. Throws when a beat is refused. */
export async function perform({ cast, stage, agenciesUrl }: Company, plan: Plan): Promise<void> {
  const { story, seed, arrivesAt } = plan;
  const scene: Scene = {
    caseId: '',
    rev: 1,
    place: story.place,
    random: seededRandom(seed),
    officer: Number(seed.split('-')[1]) % 2 === 0 ? 'chuyenvien1' : 'chuyenvien2',
    submission: null,
    record: null,
    notice: null,
    trackingCode: null,
    judgments: [],
    as: (post) => cast.as(post.includes('.') ? post : `${post}.${story.place}`),
    control: (path, body) => pull(agenciesUrl, path, body),
  };
  await stage.at(arrivesAt, () => arrive(scene, plan));
  for (const { beat, at } of plan.beats) {
    await stage.at(at, async () => {
      try {
        await beat.play(scene);
      } catch (error) {
        throw new Error(`${scene.caseId} ${beat.name}`, { cause: error });
      }
    });
  }
}

async function arrive(scene: Scene, { story, arrivesAt, seed }: Plan): Promise<void> {
  const onDate = dateOf(arrivesAt);
  const serial = Number(seed.split('-')[1]) + 101;
  if (story.kind === 'CODE_REQUEST') {
    const request = { ...story.request, court: PLACES[story.place].court };
    const user = await scene.as('hoso');
    const reply = await user.send<{ caseId: string }>('POST', '/catalogue/requests', { request });
    Object.assign(scene, { caseId: reply.caseId });
    await opened(user, reply.caseId);
    return;
  }
  if (story.kind === 'RECONCILIATION') {
    const user = await scene.as('hoso');
    const order = { unit: user.session?.account.unit };
    const reply = await user.send<{ caseId: string }>('POST', '/exchange/reconciliations', order);
    Object.assign(scene, { caseId: reply.caseId });
    return;
  }
  if (story.kind === 'TRANSFER') {
    const { province: provinceCode, court } = PLACES[story.place];
    const judgedBefore = story.isOld === true ? YEARS_AGO : 0;
    const record = makeRecord(scene.random, { provinceCode, court, onDate, judgedBefore });
    const reply = await enter(scene, record);
    Object.assign(scene, { record, caseId: reply.caseId });
    await opened(await scene.as('hoso'), reply.caseId);
    return;
  }
  const submission = submissionOf(scene.random, story, { onDate, serial });
  const judgments = judgmentsOf(scene.random, story, submission, onDate);
  const forwarded = submission.externalCode !== null;
  const user = await scene.as(forwarded ? 'mcdt' : 'motcua');
  const reply = await user.send<Received>('POST', '/applications', submission);
  const { caseId, trackingCode } = reply;
  Object.assign(scene, { submission, judgments, caseId, trackingCode });
  if (!reply.opened) await opened(await scene.as('motcua'), caseId);
}

/** Wait for a case that a busy machine is still opening; throws when it is not there in the end. */
async function opened(user: ApiUser, caseId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await user.get(`/cases/${caseId}`);
      return;
    } catch (error) {
      const isMissing = error instanceof ApiRefusal && error.code === 'CASE_NOT_FOUND';
      if (!isMissing || attempt === OPENING_TRIES) throw error;
      await pause(OPENING_PAUSE_MS);
    }
  }
}

async function enter(scene: Scene, record: RecordSubmission): Promise<{ caseId: string }> {
  return (await scene.as('hoso')).send('POST', '/transfers', { record });
}

/** One judgment of the province's court, after the person came of age. */
function judgmentsOf(
  random: Random,
  { place, judgments }: ApplicationStory,
  { subject }: ApplicationSubmission,
  onDate: string,
): Judgment[] {
  if (judgments === undefined) return [];
  const { court } = PLACES[place];
  const isOld = judgments === 'EXPUNGED';
  const from = isOld
    ? later(addYears(subject.birthDate, 18), addYears(onDate, -14))
    : addYears(onDate, -2);
  const to = addYears(onDate, isOld ? -7 : -1);
  return [makeJudgment(random, { court, from: from < to ? from : to, to, onDate })];
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
