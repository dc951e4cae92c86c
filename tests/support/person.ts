import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Account, Session } from '../../domain/account.ts';
import type { ActReply } from '../../domain/acts.ts';
import type { CaseDetail } from '../../domain/case.ts';
import { until } from './until.ts';

/** What the API answered. `body` is the parsed JSON; its shape is what the test goes on to expect. */
export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  headers: Record<string, unknown>;
  text: string;
}

export interface Extras {
  key?: string;
  headers?: Record<string, string>;
}

let addresses = 0;

/** Somebody at a browser: cookie, anti-forgery token, language, an address of their own. */
export class Person {
  readonly #app: FastifyInstance;
  readonly #address: string;
  #cookie = '';
  #csrf = '';
  #account: Account | null = null;

  constructor(app: FastifyInstance) {
    this.#app = app;
    addresses += 1;
    this.#address = `10.0.${addresses >> 8}.${addresses & 255}`;
  }

  /** Throws when signing in is refused. */
  static async signIn(app: FastifyInstance, username: string, password: string): Promise<Person> {
    const person = new Person(app);
    const { status, body } = await person.ask('POST', '/sessions', { username, password });
    if (status !== 201) throw new Error(`${username} cannot sign in: ${status}`);
    const session = body as Session;
    person.#csrf = session.csrfToken;
    person.#account = session.account;
    return person;
  }

  /** The account signed in with; throws before. */
  get account(): Account {
    if (this.#account === null) throw new Error('not signed in');
    return this.#account;
  }

  get cookie(): string {
    return this.#cookie;
  }

  /** Send one request as a browser would, and give the answer whatever it is. */
  async ask(method: string, path: string, body?: unknown, extras: Extras = {}): Promise<Answer> {
    const changing = method !== 'GET';
    const response = await this.#app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: path.startsWith('/api') || path.startsWith('/healthz') ? path : `/api/v1${path}`,
      remoteAddress: this.#address,
      headers: {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(changing && this.#csrf !== '' ? { 'x-csrf-token': this.#csrf } : {}),
        ...(changing ? { 'idempotency-key': extras.key ?? randomUUID() } : {}),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...extras.headers,
      },
      ...(body === undefined ? {} : { payload: body as string | object }),
    });
    const fresh = response.cookies.find(({ name }) => name === 'lltp');
    if (fresh !== undefined) this.#cookie = `lltp=${fresh.value}`;
    return {
      status: response.statusCode,
      body: /json/u.test(String(response.headers['content-type'])) ? response.json() : null,
      headers: response.headers,
      text: response.body,
    };
  }

  /** Send a request that must succeed; throws with the refusal otherwise. */
  // oxlint-disable-next-line typescript/no-explicit-any
  async must(method: string, path: string, body?: unknown, extras?: Extras): Promise<any> {
    const answer = await this.ask(method, path, body, extras);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  }

  /** Ask for an act at a revision, and give the answer whatever it is. */
  tryAct(
    caseId: string,
    expectedRev: number,
    act: string,
    { codes = {}, paper }: { codes?: object; paper?: object } = {},
    extras?: Extras,
  ): Promise<Answer> {
    const body = { act, expectedRev, codes, ...(paper === undefined ? {} : { paper }) };
    return this.ask('POST', `/cases/${caseId}/acts`, body, extras);
  }

  /** Do an act at the case's present revision; throws when refused. */
  async act(
    caseId: string,
    act: string,
    payload: { codes?: object; paper?: object } = {},
  ): Promise<ActReply> {
    const { line } = await this.case(caseId);
    const { status, body, text } = await this.tryAct(caseId, line.rev, act, payload);
    if (status !== 200) throw new Error(`${act} on ${caseId}: ${status} ${text}`);
    return body as ActReply;
  }

  /** A case's page; what was just handed in may not be open yet, on a busy machine. */
  async case(caseId: string): Promise<CaseDetail> {
    const { status, body, text } = await until(async () => {
      const answer = await this.ask('GET', `/cases/${caseId}`);
      return answer.body.code === 'CASE_NOT_FOUND' ? null : answer;
    });
    if (status !== 200) throw new Error(`GET /cases/${caseId}: ${status} ${text}`);
    return body as CaseDetail;
  }
}
