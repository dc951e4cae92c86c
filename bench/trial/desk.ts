import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiRefusal, ApiUser } from '../../demo/apiUser.ts';
import type { ActReply } from '../../domain/acts.ts';
import type { CaseDetail } from '../../domain/case.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import type { TrialBook } from './book.ts';

/** How long somebody asks again while a process is down and comes back. */
const PATIENCE_MS = 120_000;
const AGAIN_MS = 300;
const NOT_NOW = [429, 502, 503, 504];

/** Somebody at a desk who, when no answer came, asks the same again under the same key. */
export class Desk {
  readonly #user: ApiUser;
  readonly #book: TrialBook;

  private constructor(user: ApiUser, book: TrialBook) {
    this.#user = user;
    this.#book = book;
  }

  static async open(base: string, username: string, book: TrialBook): Promise<Desk> {
    return new Desk(await ApiUser.signIn(base, username, DEMO_PASSWORD), book);
  }

  get<T>(path: string): Promise<T> {
    return patiently(() => this.#user.get<T>(path), isNotNow);
  }

  /** Throws ApiRefusal with what the API refused. */
  send<T>(method: string, path: string, body?: unknown, key = randomUUID()): Promise<T> {
    return patiently(() => this.#user.send<T>(method, path, body, key), isNotNow);
  }

  /** The code by which a request is refused. Throws when it is not. */
  async refusal(method: string, path: string, body: unknown): Promise<string> {
    const reply = await this.send<unknown>(method, path, body).catch((error: unknown) => error);
    if (reply instanceof ApiRefusal) return reply.code;
    throw reply instanceof Error ? reply : new Error(`${method} ${path} was taken`);
  }

  /** A case as its page shows it; one that is still to be opened is waited for. */
  opened(caseId: string): Promise<CaseDetail> {
    return patiently(
      () => this.#user.get<CaseDetail>(`/cases/${caseId}`),
      (error) => isNotNow(error) || (error instanceof ApiRefusal && error.status === 404),
    );
  }

  /** Do an act at the case's present revision. */
  async act(caseId: string, act: string, codes: object = {}, paper?: object): Promise<ActReply> {
    const { line } = await this.opened(caseId);
    const body = { act, expectedRev: line.rev, codes, ...(paper === undefined ? {} : { paper }) };
    const reply = await this.send<ActReply>('POST', `/cases/${caseId}/acts`, body);
    this.#book.did(caseId, reply.rev, act);
    return reply;
  }
}

/** Nobody answered, or not completely: whether it was done is told by asking again. */
function isNotNow(error: unknown): boolean {
  // What is no refusal is a line that broke.
  return !(error instanceof ApiRefusal) || NOT_NOW.includes(error.status);
}

async function patiently<T>(
  work: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error;
      await pause(AGAIN_MS);
    }
  }
}
