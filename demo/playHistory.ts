import { type BusinessClock, lastSegment } from '../domain/clock/businessClock.ts';
import { dateOf, DAY_MS, HOUR_MS, isoOf } from '../domain/instant.ts';
import { Cast } from './cast.ts';
import { OPENING } from './history.ts';
import { type Company, perform } from './perform.ts';
import { pull } from './pull.ts';
import { Stage } from './stage.ts';
import { instantOf, planOf } from './story.ts';
import { STORIES } from './stories/all.ts';
import { SUPPLIED } from './supplied.ts';
import { DEEDS } from './deeds/all.ts';
import type { Deed } from './deeds/deed.ts';

export interface HistoryOptions {
  clock: BusinessClock;
  /** Addresses without trailing slash. */
  apiUrl: string;
  agenciesUrl: string;
  tell: (line: string) => void;
}

const PROGRESS_MS = 5_000;
/** Friday afternoon before the opening, until the end of the opening day. */
const LINE_DOWN_FROM = OPENING - 3 * DAY_MS + 5.5 * HOUR_MS;
const LINE_DOWN_UNTIL = OPENING + 9 * HOUR_MS;
const LINE_DOWN_AT = 'PV06-79';
/** The post that stays as slow as in life; the others bring envelopes within a minute from then on. */
const SLOW_POST = 'BUUDIEN-40';
const QUICK_POSTS = ['BUUDIEN-01', 'BUUDIEN-79'];

/**
 * Play the demonstration's stories through the public API and resolve when the history is over. A
 * story that fails is told and left where it stands; the others go on.
 */
export async function playHistory({
  clock,
  apiUrl,
  agenciesUrl,
  tell,
}: HistoryOptions): Promise<void> {
  const company: Company = { cast: new Cast(apiUrl), stage: new Stage(clock), agenciesUrl };
  const plans = STORIES.map(planOf);
  let played = 0;
  let broken = 0;
  const progress = setInterval(() => {
    tell(`${dateOf(company.stage.now())}: ${played} of ${plans.length} stories told`);
  }, PROGRESS_MS);
  tell(`${plans.length} stories from ${dateOf(company.stage.now())} to ${dateOf(OPENING)}`);
  try {
    await slowDownPosts(agenciesUrl);
    const lineDown = company.stage.at(LINE_DOWN_FROM, () => cutLine(agenciesUrl));
    const stories = plans.map(async (plan) => {
      try {
        await perform(company, plan);
        played += 1;
      } catch (error) {
        broken += 1;
        tell(`not told to its end: ${textOf(error)}`);
      }
    });
    const supplied = SUPPLIED.map(({ at, unit, said }) =>
      company.stage.at(at, () =>
        pull(agenciesUrl, `/control/units/${unit}/supplies`, said, 'POST'),
      ),
    );
    const deeds = DEEDS.map((deed) => doDeed(company, deed, tell));
    await Promise.all([...stories, ...supplied, ...deeds, lineDown]);
    await company.stage.at(OPENING, () => hurryPosts(agenciesUrl));
    tell(
      `${played} stories told${broken === 0 ? '' : `, ${broken} not to their end`}; business time is ${isoOf(company.stage.now())}, speed ${lastSegment(clock).speed}`,
    );
  } finally {
    clearInterval(progress);
  }
}

/** A deed that is refused is told; the rest of the history goes on. */
async function doDeed(
  { cast, stage }: Company,
  deed: Deed,
  tell: HistoryOptions['tell'],
): Promise<void> {
  try {
    await stage.at(instantOf(deed), () => deed.play((username) => cast.as(username)));
  } catch (error) {
    tell(`not done: ${deed.name}: ${textOf(error)}`);
  }
}

/** In real seconds a parcel would take days of the hurrying clock. */
async function slowDownPosts(agenciesUrl: string): Promise<void> {
  for (const unit of [...QUICK_POSTS, SLOW_POST]) {
    await pull(agenciesUrl, `/control/units/${unit}`, { delayDrawn: true });
  }
}

async function hurryPosts(agenciesUrl: string): Promise<void> {
  for (const unit of QUICK_POSTS) {
    await pull(agenciesUrl, `/control/units/${unit}`, { delayMs: 20_000 });
  }
}

function cutLine(agenciesUrl: string): Promise<void> {
  const outage = { untilBusiness: isoOf(LINE_DOWN_UNTIL) };
  return pull(agenciesUrl, `/control/units/${LINE_DOWN_AT}`, { outage });
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${textOf(error.cause)}`;
}
