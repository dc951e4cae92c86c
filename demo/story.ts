import type { CodeRequestSubmission } from '../domain/offence/codeRequest.ts';
import type { ApplicationSubmission } from '../domain/application.ts';
import type { RecordSubmission } from '../domain/record.ts';
import { HOUR_MS, type InstantMs, startOfDay } from '../domain/instant.ts';
import type { ApiUser } from './apiUser.ts';
import type { Followed } from './cast.ts';
import { HISTORY_CALENDAR, HISTORY_DAYS } from './history.ts';
import type { Judgment } from './judgments.ts';
import { afterOfficeHours } from './officeTime.ts';
import { type Random, seededRandom } from './random.ts';

/** Provinces of the demonstration as their accounts are named. */
export const PLACES = {
  hn: { province: '01', unit: 'STP-01', court: 'Tòa án nhân dân thành phố Hà Nội', portal: 'H26' },
  na: { province: '40', unit: 'STP-40', court: 'Tòa án nhân dân tỉnh Nghệ An', portal: 'H41' },
  hcm: {
    province: '79',
    unit: 'STP-79',
    court: 'Tòa án nhân dân thành phố Hồ Chí Minh',
    portal: 'H29',
  },
} as const;
export type Place = keyof typeof PLACES;

/** What can be particular about an applicant. */
export type Applicant =
  'FOREIGNER' | 'SEVERAL_RESIDENCES' | 'ABROAD' | 'SOLDIER' | 'WRONG_ID' | 'WITH_AGENT' | 'EXEMPT';

/** What a beat works with: the case so far and the people of its province. */
export interface Scene extends Followed {
  place: Place;
  random: Random;
  /** The case officer of this story, `chuyenvien1` or `chuyenvien2`. */
  officer: string;
  submission: ApplicationSubmission | null;
  record: RecordSubmission | null;
  /** What the department told the Centre about its record last. */
  notice: string | null;
  /** With which the applicant looks the case up; null of what nobody applied for. */
  trackingCode: string | null;
  judgments: readonly Judgment[];
  /** A person by post (`motcua`), of the story's province, or of another place (`duyet.tt`). */
  as: (post: string) => Promise<ApiUser>;
  /** Pull a string of the simulated agencies. */
  control: (path: string, body: object) => Promise<void>;
}

/** One thing a person does, so many office hours after the one before (give or take). */
export interface Beat {
  name: string;
  hours: number;
  /** A set time instead. */
  when?: Moment;
  play: (scene: Scene) => Promise<unknown>;
}

/** A time of a day of the history. */
export interface Moment {
  /** Place of the day in HISTORY_DAYS. */
  day: number;
  /** Local time, `HH:MM`. */
  time: string;
}

/** It begins at its moment. */
interface StoryBase extends Moment {
  place: Place;
  beats: readonly Beat[];
}

export interface ApplicationStory extends StoryBase {
  kind: 'APPLICATION';
  /** What is particular about the person; nothing usually. */
  applicant?: Applicant;
  /** What differs from an ordinary counter application. */
  changes?: Partial<ApplicationSubmission>;
  /** Judgments the agencies hold: old enough to be expunged, or not. */
  judgments?: 'EXPUNGED' | 'LIVE';
  /** False leaves a counter dossier to be accepted later; forwarded ones always are. */
  accept?: boolean;
}

export interface TransferStory extends StoryBase {
  kind: 'TRANSFER';
  /** The judgment is of years ago and nothing tells of its execution. */
  isOld?: boolean;
}

export interface CodeRequestStory extends StoryBase {
  kind: 'CODE_REQUEST';
  /** What is asked; the court is that of the place. */
  request: Omit<CodeRequestSubmission, 'court'>;
}

/** The department compares its records with the Centre's. */
export interface ReconciliationStory extends StoryBase {
  kind: 'RECONCILIATION';
}

export type Story = ApplicationStory | TransferStory | CodeRequestStory | ReconciliationStory;

export interface Plan {
  story: Story;
  /** Tells stories apart and makes each repeatable. */
  seed: string;
  arrivesAt: InstantMs;
  beats: { beat: Beat; at: InstantMs }[];
}

/** When everything in a story happens; the same story always takes the same time. */
export function planOf(story: Story, index: number): Plan {
  const seed = `story-${index}-${story.place}`;
  const random = seededRandom(`${seed}/pace`);
  const arrivesAt = instantOf(story);
  let at = arrivesAt;
  const beats = story.beats.map((beat) => {
    const pace = 0.75 + random.next() / 2;
    at = beat.when
      ? instantOf(beat.when)
      : afterOfficeHours(at, beat.hours * pace, HISTORY_CALENDAR);
    return { beat, at };
  });
  return { story, seed, arrivesAt, beats };
}

/** The instant of a moment. Throws RangeError for a day the history has not. */
export function instantOf({ day, time }: Moment): InstantMs {
  const date = HISTORY_DAYS[day];
  if (date === undefined) throw new RangeError(`the history has no day ${day}`);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(date) + hours * HOUR_MS + minutes * 60_000;
}
