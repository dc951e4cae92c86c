import type * as z from 'zod';
import { uniform } from '../../agencies/simulator/chance.ts';
import { plausibleEntry } from '../../agencies/simulator/conviction.ts';
import type { ApiUser } from '../../demo/apiUser.ts';
import type { Desk, DeskRequest } from '../../domain/desk.ts';
import { addDays, dateOf, type InstantMs } from '../../domain/instant.ts';
import { hear } from './hear.ts';
import { type MonthFrame, Person } from './person.ts';

/** Median office hours until a liaison has an answer; the norm of practice is five working days. */
const MEDIAN_HOURS = {
  POLICE: 14,
  COURT: 22,
  MILITARY_COURT: 22,
  CENTRE: 14,
  PROCURACY: 22,
  ENFORCEMENT: 22,
  COMMUNE: 30,
};
const ROUND_HOURS = 1;

/** A liaison at a unit whose own system does not answer: works through the desk, oldest first. */
export class Liaison {
  readonly person: Person;
  readonly #frame: MonthFrame;
  #heard: Promise<void> = Promise.resolve();

  constructor(frame: MonthFrame, username: string) {
    this.#frame = frame;
    const round = (user: ApiUser): Promise<InstantMs | null> => this.#clearDesk(user);
    this.person = new Person(frame, { username, medianHours: ROUND_HOURS, round });
  }

  async start(): Promise<void> {
    const user = await this.person.signedIn();
    this.#heard = hear(this.#frame, user, (event) => {
      if (event !== 'claim') this.person.ring();
    });
  }

  async ended(): Promise<void> {
    await this.#heard;
    await this.person.idle();
  }

  async #clearDesk(user: ApiUser): Promise<InstantMs | null> {
    const { pace, logbook } = this.#frame;
    let next: InstantMs | null = null;
    const desk = await user.get<z.infer<typeof Desk>>('/desk?state=open&limit=200');
    for (const request of desk.requests) {
      const readyAt = this.#readyAt(request);
      if (readyAt > pace.now()) {
        next = next === null ? readyAt : Math.min(next, readyAt);
        continue;
      }
      const { requestId } = request.verification;
      const answer = answerTo(request, pace.now());
      if (answer === null) continue;
      try {
        const reply = await user.send<{ caseId: string; rev: number }>(
          'POST',
          '/verifications/answers',
          { requestId, answer },
        );
        logbook.did(reply.caseId, reply.rev, 'answerVerification');
      } catch (error) {
        logbook.failed(error);
        this.person.ring();
      }
    }
    return next;
  }

  #readyAt({
    verification: { requestId, kind, round, askedAt, expectedAt },
  }: DeskRequest): InstantMs {
    if (expectedAt !== null) return Date.parse(expectedAt);
    const hours = MEDIAN_HOURS[kind] * (round === 1 ? 1 : 1.5);
    return this.#frame.pace.roundAfter(Date.parse(askedAt), hours, `${requestId}/${round}`);
  }
}

/** What the files say: mostly nothing. Null while the asker has to give further identification. */
function answerTo({ verification, person }: DeskRequest, now: InstantMs) {
  const { requestId, kind, round, outcome } = verification;
  if (outcome === 'NEEDS_IDENTIFICATION') return null;
  const luck = uniform(`answer/${requestId}`);
  const nothing = { entries: [], needed: null, reason: null, expectedAt: null };
  const plain = { ...nothing, replaces: false, confirmed: false };
  if (luck < 0.01 && round === 1) {
    return { ...plain, outcome: 'NEEDS_IDENTIFICATION', needed: 'Bản sao giấy khai sinh.' };
  }
  if (luck > 0.98 && outcome === null) {
    const expectedAt = addDays(dateOf(now), 2);
    return {
      ...plain,
      outcome: 'CANNOT_ANSWER_YET',
      reason: 'Phải tra cứu hồ sơ giấy.',
      expectedAt,
    };
  }
  if (luck < (kind === 'COURT' ? 0.7 : 0.04)) {
    const entry = plausibleEntry(requestId, person.birthDate, 'Tòa án nhân dân tỉnh', dateOf(now));
    return { ...plain, outcome: 'RECORD_FOUND', entries: [entry], confirmed: true };
  }
  return { ...plain, outcome: 'NO_RECORD' };
}
