import { setTimeout as pause } from 'node:timers/promises';
import { ApiUser } from '../demo/apiUser.ts';
import { seededRandom } from '../demo/random.ts';
import { makeSubmission } from '../demo/submissions.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import type { ActReply } from '../domain/acts.ts';
import type { Timed } from './drive.ts';

/** The people through whose hands an ordinary application goes, signed in. */
export interface Crew {
  provinceCode: string;
  counter: ApiUser;
  officer: ApiUser;
  liaison: ApiUser;
  head: ApiUser;
  director: ApiUser;
  clerk: ApiUser;
  system: ApiUser;
}

const POSTS = {
  counter: 'motcua',
  officer: 'chuyenvien1',
  liaison: 'congan',
  head: 'truongphong',
  director: 'giamdoc',
  clerk: 'vanthu',
  system: 'mcdt',
} as const;

/** Sign in the people of one department; `place` is its letters in user names, such as `hn`. */
export async function signInCrew(base: string, place: string, provinceCode: string): Promise<Crew> {
  const entries = await Promise.all(
    Object.entries(POSTS).map(async ([name, post]) => {
      return [name, await ApiUser.signIn(base, `${post}.${place}`, DEMO_PASSWORD)] as const;
    }),
  );
  return { ...(Object.fromEntries(entries) as Omit<Crew, 'provinceCode'>), provinceCode };
}

const LOOKS = 100;
const LOOK_EVERY_MS = 200;

export type Channel = 'COUNTER' | 'PROVINCIAL_MCDT';

/** Hand in a plain application; from the counter it is accepted in the same act. */
async function submit(crew: Crew, { channel, seed, livedIn }: WholeLife): Promise<string> {
  const who = channel === 'COUNTER' ? crew.counter : crew.system;
  const submission = makeSubmission(seededRandom(seed), {
    unit: crew.counter.session?.account.unit ?? '',
    provinceCode: crew.provinceCode,
    onDate: '2023-09-18',
    channel,
    externalCode: channel === 'COUNTER' ? null : `bench-${seed}`,
    accept: channel === 'COUNTER',
    delivery: 'POST',
  });
  const stays = submission.subject.residenceHistory;
  const residenceHistory = (livedIn ?? stays.map(() => crew.provinceCode)).map(
    (provinceCode, at) => {
      return { ...(stays[at] ?? stays[0]), provinceCode, countryCode: 'VN' };
    },
  );
  const ordinary = { nationality: 'VN', residenceHistory, hasMilitaryService: false };
  const subject = { ...submission.subject, ...ordinary };
  const received = await who.send<Received>('POST', '/applications', { ...submission, subject });
  if (!received.opened) await untilOpened(crew, received.caseId);
  return received.caseId;
}

interface Received {
  caseId: string;
  opened: boolean;
}

/** On a machine under load the answer may come before the case is open; the screens wait as well. */
async function untilOpened({ counter }: Crew, caseId: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { cases } = await counter.get<{ cases: unknown[] }>(`/worklist?queue=all&q=${caseId}`);
    if (cases.length > 0) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`${caseId} was not opened within ${(LOOKS * LOOK_EVERY_MS) / 1000} s`);
}

/** The acts of an ordinary case, each by its role; `stopAfter` of them leave it on the way. */
const ACTS: readonly ((crew: Crew, caseId: string, rev: number) => Promise<ActReply>)[] = [
  ({ officer }, id, rev) => officer.actAt(id, rev, 'classify', { regime: 'SIMPLE', grounds: [] }),
  ({ liaison }, id) => liaison.send('POST', '/verifications/answers', cleanAnswer(id)),
  ({ officer }, id, rev) =>
    officer.actAt(
      id,
      rev,
      'draft',
      { conclusion: 'NO_RECORD' },
      { reasoning: 'Không có án tích.', entries: [] },
    ),
  ({ head }, id, rev) => head.actAt(id, rev, 'check'),
  ({ director }, id, rev) => director.actAt(id, rev, 'sign'),
  ({ clerk }, id, rev) => clerk.actAt(id, rev, 'issue'),
  ({ counter }, id, rev) => counter.actAt(id, rev, 'post'),
  ({ counter }, id, rev) => counter.actAt(id, rev, 'confirmDelivery'),
];

function cleanAnswer(caseId: string) {
  const nothing = { needed: null, reason: null, expectedAt: null };
  const answer = {
    outcome: 'NO_RECORD',
    entries: [],
    ...nothing,
    replaces: false,
    confirmed: false,
  };
  return { requestId: `${caseId}/POLICE-1`, answer };
}

export interface WholeLife {
  channel: Channel;
  seed: string;
  /** Number of acts after acceptance; all eight end the case. */
  acts?: number;
  /**
   * Provinces whose police are asked. Not given: a citizen who never left the own one; a single unit is
   * asked, and the case ends with "no record".
   */
  livedIn?: readonly string[];
}

/**
 * Take one ordinary application through the public API, from the counter to the delivered envelope:
 * every request is made by the account of its role. Resolves with the dossier number.
 */
export async function wholeLife(crew: Crew, life: WholeLife, timed: Timed): Promise<string> {
  const { channel, acts } = life;
  const caseId = await timed('start', () => submit(crew, life));
  let rev = 1;
  if (channel !== 'COUNTER') {
    ({ rev } = await timed('act', () =>
      crew.counter.actAt(caseId, 1, 'accept', { feeSettled: true }),
    ));
  }
  for (const act of ACTS.slice(0, acts ?? ACTS.length)) {
    ({ rev } = await timed('act', () => act(crew, caseId, rev)));
  }
  return caseId;
}
