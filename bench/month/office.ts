import type { ApiUser } from '../../demo/apiUser.ts';
import type { CaseLine } from '../../domain/case.ts';
import type { InstantMs } from '../../domain/instant.ts';
import { headDuty, directorDuty, clerkDuty } from './approvals.ts';
import { hear } from './hear.ts';
import { counterDuty, withdrawals } from './counter.ts';
import { identifications, officerDuty } from './officer.ts';
import { type MonthFrame, Person, type Round } from './person.ts';

const CLOSED = ['CLOSED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'];
const PAGE = 200;

/** Posts of a department, the steps that come to each, and the median office hours until it is seen to. */
const POSTS = {
  motcua: { steps: ['SUBMITTED', 'SUPPLEMENT_REQUESTED', 'DELIVERING'], medianHours: 2 },
  chuyenvien1: { steps: ['ACCEPTED', 'EVALUATING'], medianHours: 3 },
  chuyenvien2: { steps: ['ACCEPTED', 'EVALUATING'], medianHours: 3 },
  truongphong: { steps: ['CHECKING'], medianHours: 3 },
  giamdoc: { steps: ['SIGNING'], medianHours: 4 },
  vanthu: { steps: ['ISSUING'], medianHours: 2 },
} as const;
export type Post = keyof typeof POSTS;

/**
 * What a post does with one line of its worklist: the instant from which it can be dealt with when
 * that lies in the future, otherwise null and it is done.
 */
export type Duty = (user: ApiUser, line: CaseLine, office: Office) => Promise<InstantMs | null>;

const DUTIES: Readonly<Record<Post, Duty>> = {
  motcua: counterDuty,
  chuyenvien1: officerDuty,
  chuyenvien2: officerDuty,
  truongphong: headDuty,
  giamdoc: directorDuty,
  vanthu: clerkDuty,
};

/** A department of justice with its scripted people, woken by the changes that screens hear. */
export class Office {
  readonly frame: MonthFrame;
  readonly people: Readonly<Record<Post, Person>>;
  /** Last known step of every dossier of the department. */
  readonly steps = new Map<string, string>();
  /** Dossiers whose envelope is not wanted: handed over at the counter. */
  readonly handedOver = new Set<string>();
  /** First seen in this step, by dossier: what waits for the applicant counts from here. */
  readonly seenAt = new Map<string, InstantMs>();
  /** Dossiers the officers must look at although they stand in no queue. */
  readonly toIdentify = new Set<string>();
  readonly toWithdraw = new Set<string>();
  /** Dossiers whose first certificate was recalled. */
  readonly recalled = new Set<string>();
  /** Dossiers that were given back once already, with the post that did it. */
  readonly returned = new Set<string>();
  #heard: Promise<void> = Promise.resolve();

  constructor(frame: MonthFrame, place: string) {
    this.frame = frame;
    const personAt = (post: Post): Person =>
      new Person(frame, {
        username: `${post}.${place}`,
        medianHours: POSTS[post].medianHours,
        round: this.#roundOf(post),
      });
    this.people = Object.fromEntries(
      Object.keys(POSTS).map((post) => [post, personAt(post as Post)]),
    ) as Record<Post, Person>;
  }

  get open(): number {
    return [...this.steps.values()].filter((step) => !CLOSED.includes(step)).length;
  }

  /** Begin to hear changes; resolves when the line stands. */
  async start(): Promise<void> {
    const user = await this.people.motcua.signedIn();
    this.#heard = hear(this.frame, user, (event, data) => this.#tell(event, data));
  }

  /** Resolves when nobody is at work any more, after the signal. */
  async ended(): Promise<void> {
    await this.#heard;
    await Promise.all(Object.values(this.people).map((person) => person.idle()));
  }

  #tell(event: string, data: unknown): void {
    if (event === 'case') {
      const { caseId, step } = data as { caseId: string; step: string };
      this.moved(caseId, step);
    } else if (event === 'reset') this.ringAll();
  }

  /** A dossier stands in a step now. */
  moved(caseId: string, step: string): void {
    const before = this.steps.get(caseId);
    this.steps.set(caseId, step);
    if (before !== step) this.seenAt.set(caseId, this.frame.pace.now());
    // An answer that leaves it where it is asks for something, or only a rung was reached.
    if (step === 'VERIFYING' && before === step) this.toIdentify.add(caseId);
    this.#ringFor(caseId, step, before === undefined || before !== step);
  }

  /** Everybody whose steps hold a dossier looks at the worklist again. */
  ringAll(): void {
    for (const [caseId, step] of this.steps) this.#ringFor(caseId, step, false);
  }

  #ringFor(caseId: string, step: string, isNew: boolean): void {
    for (const [post, { steps }] of Object.entries(POSTS)) {
      const mine = (steps as readonly string[]).includes(step) && isOf(post, caseId);
      const identifies =
        this.toIdentify.has(caseId) && isOf(post, caseId) && post.startsWith('chuyen');
      if (mine || identifies) this.people[post as Post].ring();
    }
    if (step === 'VERIFYING' && isNew && withdrawals(caseId)) {
      this.toWithdraw.add(caseId);
      this.people.motcua.ring();
    }
  }

  #roundOf(post: Post): Round {
    const isOfficer = post.startsWith('chuyen');
    const queues = isOfficer ? ['mine', 'unclaimed'] : ['unclaimed'];
    return async (user) => {
      let next: InstantMs | null = null;
      const later = (instant: InstantMs | null): void => {
        if (instant !== null && (next === null || instant < next)) next = instant;
      };
      for (const queue of queues) {
        for (const line of await this.#linesOf(user, queue)) {
          const served = (POSTS[post].steps as readonly string[]).includes(line.step);
          if (served && (queue === 'mine' || isOf(post, line.caseId))) {
            later(await this.#deal(user, DUTIES[post], line));
          }
        }
      }
      if (isOfficer) await identifications(user, this, (caseId) => isOf(post, caseId));
      if (post === 'motcua') await this.#withdraw(user);
      return next;
    };
  }

  async #linesOf(user: ApiUser, queue: string): Promise<CaseLine[]> {
    const lines: CaseLine[] = [];
    let after = '';
    do {
      const page = await user.get<{ cases: CaseLine[]; next: string | null }>(
        `/worklist?queue=${queue}&limit=${PAGE}${after}`,
      );
      lines.push(...page.cases);
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    return lines;
  }

  async #deal(user: ApiUser, duty: Duty, line: CaseLine): Promise<InstantMs | null> {
    try {
      return await duty(user, line, this);
    } catch (error) {
      this.frame.logbook.failed(error);
      return null;
    }
  }

  async #withdraw(user: ApiUser): Promise<void> {
    for (const caseId of this.toWithdraw) {
      this.toWithdraw.delete(caseId);
      await this.act(
        user,
        caseId,
        'withdraw',
        {},
        { reason: 'Người yêu cầu không còn nhu cầu.' },
      ).catch((error: unknown) => this.frame.logbook.failed(error));
    }
  }

  /** Do an act and keep that it was answered; at the known revision, or at the current one. */
  async act(
    user: ApiUser,
    on: string | Pick<CaseLine, 'caseId' | 'rev'>,
    act: string,
    codes: object = {},
    paper?: object,
  ): Promise<void> {
    const { caseId, rev } =
      typeof on === 'string'
        ? await user.act(on, act, codes, paper)
        : await user.actAt(on.caseId, on.rev, act, codes, paper);
    this.frame.logbook.did(caseId, rev, act);
  }
}

/** Two officers share a department's dossiers by the last digit of the number. */
function isOf(post: string, caseId: string): boolean {
  if (!post.startsWith('chuyen')) return true;
  return (Number(caseId.slice(-1)) % 2 === 0) === (post === 'chuyenvien2');
}
