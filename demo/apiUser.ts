import { randomUUID } from 'node:crypto';
import type { Session } from '../domain/account.ts';
import type { ActReply } from '../domain/acts.ts';
import type { CaseDetail } from '../domain/case.ts';

/** An answer that was no success; `code` is the API's refusal code. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, where: string) {
    super(`${status} ${code} at ${where}`);
    this.status = status;
    this.code = code;
  }
}

/** Statuses after which the same request (same key) is worth sending again. */
const PASSING = [429, 502, 503, 504];
const TRIES = 8;
const PAUSE_MS = 250;

/**
 * A person (or connected system) that works through the public API as a browser would: session
 * cookie, anti-forgery token, an idempotency key per thing to be done.
 */
export class ApiUser {
  readonly #base: string;
  #cookie = '';
  #csrf = '';
  session: Session | null = null;

  private constructor(base: string) {
    this.#base = base;
  }

  static async signIn(base: string, username: string, password: string): Promise<ApiUser> {
    const user = new ApiUser(base);
    user.session = await user.send<Session>('POST', '/sessions', { username, password });
    user.#csrf = user.session.csrfToken;
    return user;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** Send a request, a text as a CSV file; passing trouble is tried again under the same key. Throws ApiRefusal. */
  async send<T>(method: string, path: string, body?: unknown, key = randomUUID()): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once<T>(method, path, body, key);
      } catch (error) {
        const passing =
          error instanceof ApiRefusal ? PASSING.includes(error.status) : error instanceof TypeError;
        if (!passing || attempt >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
      }
    }
  }

  async #once<T>(method: string, path: string, body: unknown, key: string): Promise<T> {
    const response = await fetch(`${this.#base}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(method === 'GET' ? {} : { 'x-csrf-token': this.#csrf, 'idempotency-key': key }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().find((text) => text.startsWith('lltp='));
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const reply = text === '' ? null : (JSON.parse(text) as unknown);
    if (response.ok) return reply as T;
    const code = (reply as { code?: string } | null)?.code ?? 'UNKNOWN';
    throw new ApiRefusal(response.status, code, `${method} ${path}`);
  }

  /**
   * Hear what changes in the user's unit (`GET /changes`, server-sent events) until the signal.
   * Resolves when the connection ends; throws when it cannot be had.
   */
  async listen(tell: (event: string, data: unknown) => void, signal: AbortSignal): Promise<void> {
    const headers = { cookie: this.#cookie, accept: 'text/event-stream' };
    const response = await fetch(`${this.#base}/api/v1/changes`, { headers, signal });
    if (!response.ok || response.body === null) {
      throw new ApiRefusal(response.status, 'NO_CHANGES', 'GET /changes');
    }
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (.+)\ndata: (.+)$/u.exec(block) ?? [];
        if (event !== undefined && data !== undefined) tell(event, JSON.parse(data));
      }
    }
  }

  /** Do an act at the case's current revision. */
  async act(caseId: string, act: string, codes: object = {}, paper?: object): Promise<ActReply> {
    const { line } = await this.get<CaseDetail>(`/cases/${caseId}`);
    return this.actAt(caseId, line.rev, act, codes, paper);
  }

  /** Do an act at a known revision. */
  actAt(
    caseId: string,
    expectedRev: number,
    act: string,
    codes: object = {},
    paper?: object,
  ): Promise<ActReply> {
    const body = { act, expectedRev, codes, ...(paper === undefined ? {} : { paper }) };
    return this.send<ActReply>('POST', `/cases/${caseId}/acts`, body);
  }
}

function typeOf(body: unknown): string {
  return typeof body === 'string' ? 'text/csv' : 'application/json';
}
