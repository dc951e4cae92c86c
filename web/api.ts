import * as z from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';

const BASE = '/api/v1';

/** Body of every error (`application/problem+json`). */
const Problem = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  fields: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .default([]),
  requestId: z.string().nullish(),
});
export type FieldProblem = z.infer<typeof Problem>['fields'][number];

/**
 * What went wrong with a request. Screens switch on `code`; `detail` is a sentence in the user's
 * language. `NETWORK`: no reply came (status 0); `detail` is then empty and the screen finds words.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: RefusalCode | 'NETWORK';
  readonly detail: string;
  readonly fields: FieldProblem[];
  readonly requestId: string | null;

  constructor(problem: z.input<typeof Problem>) {
    super(`${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code as RefusalCode | 'NETWORK';
    this.detail = problem.detail;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId ?? null;
  }
}

let csrfToken: string | null = null;

/** Keep the token that every changing request of this session carries; null after signing out. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Schema of replies without a body (204). */
export const NoBody = z.undefined();

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `?a=b` of the values that are set, or an empty text. */
export function queryText(query: Query = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Address of something the browser itself opens or embeds, such as a PDF. */
export function addressOf(path: string, query?: Query): string {
  return `${BASE}${path}${queryText(query)}`;
}

/** Read; the reply is checked by the schema. Throws {@link ApiProblem}. */
export async function get<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T> {
  const response = await ask(addressOf(path, query), { headers: headersOf() });
  return schema.parse(await bodyOf(response));
}

export interface SendOptions {
  /** Given by a form that may be sent again by hand; otherwise each call has its own key. */
  idempotencyKey?: string;
}

/**
 * Change something; the reply is checked by the schema ({@link NoBody} for none). One lost reply
 * (no network, 503, 504) is asked for again under the same key, so nothing is done twice.
 * Throws {@link ApiProblem}.
 */
export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  { idempotencyKey = crypto.randomUUID() }: SendOptions = {},
): Promise<T> {
  const headers = headersOf();
  headers.set('Idempotency-Key', idempotencyKey);
  if (csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  const response = await ask(addressOf(path), { method, headers, body: JSON.stringify(body) });
  return schema.parse(await bodyOf(response));
}

/** Send a file as it is; the same key again is the same file. Throws {@link ApiProblem}. */
export async function sendFile<T>(
  path: string,
  query: Query,
  file: File,
  schema: z.ZodType<T>,
): Promise<T> {
  const headers = headersOf();
  headers.set('Idempotency-Key', crypto.randomUUID());
  if (csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  headers.set('Content-Type', file.type);
  const response = await ask(addressOf(path, query), { method: 'POST', headers, body: file });
  return schema.parse(await bodyOf(response));
}

/** Fetch a file and hand it to the browser's downloads. Throws {@link ApiProblem}. */
export async function download(path: string, query?: Query): Promise<void> {
  const response = await ask(addressOf(path, query), { headers: headersOf() });
  await handOver(response, path);
}

/** Give a fetched file to the browser's downloads, under the name the server gave it. */
async function handOver(response: Response, path: string): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const named = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = url;
  link.download = named?.[1] ?? path.split('/').at(-1) ?? 'download';
  link.click();
  URL.revokeObjectURL(url);
}

/** Ask for a paper with what must not stand in an address, and hand it to the downloads. Throws {@link ApiProblem}. */
export async function fetchPaper(path: string, body: unknown): Promise<void> {
  const headers = headersOf();
  headers.set('Content-Type', 'application/json');
  if (csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  const response = await ask(addressOf(path), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  await handOver(response, path);
}

function headersOf(): Headers {
  return new Headers({ 'Accept-Language': document.documentElement.lang || 'vi' });
}

const WORTH_ASKING_AGAIN = [503, 504];

/** Send, once more when no usable reply came; a refusal becomes an {@link ApiProblem}. */
async function ask(url: string, init: RequestInit): Promise<Response> {
  const first = await fetch(url, init).catch(() => null);
  const again = first === null || WORTH_ASKING_AGAIN.includes(first.status);
  const response = again ? await fetch(url, init).catch(() => null) : first;
  if (response === null) throw new ApiProblem({ status: 0, code: 'NETWORK', detail: '' });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  const unknown = { status: response.status, code: 'FAULT', detail: '' };
  return new ApiProblem(problem.success ? problem.data : unknown);
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.status === 204 ? undefined : response.json();
}
