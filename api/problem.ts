import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CalendarUnknown } from '../domain/clock/calendarFor.ts';
import { CalendarExhausted } from '../domain/clock/workingTime.ts';
import { isDatabaseAway } from '../db/away.ts';
import { REFUSALS, type RefusalCode } from '../domain/refusal.ts';
import { codeOfIssue, expectedAt, fieldText } from '../domain/wording/expected.ts';
import { type Language, REFUSAL_TEXTS } from '../domain/wording/refusals.ts';
import { type FieldProblem, Refused } from './refused.ts';

/** Body of every answer that is no success (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  requestId: z.string(),
});

/** What a route of people's acts may answer besides success, for its schema. */
export const refusals = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
};

/** The language a client asks for; Vietnamese unless it prefers English. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/iu.test(wanted) ? 'en' : 'vi';
}

/** Answer every error as problem+json in the user's language; faults are logged once, here. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** The answer to an error, also to one from before any route was found. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refused = refusedOf(error);
  if (refused !== null) return sendProblem(request, reply, refused.code, refused.fields);
  request.log.error({ err: error }, 'fault');
  const code = isDatabaseAway(error) ? 'DATABASE_UNAVAILABLE' : 'FAULT';
  return sendProblem(request, reply, code, []);
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  fields: readonly FieldProblem[],
): FastifyReply {
  const status = REFUSALS[code];
  if (status === 503) reply.header('retry-after', '30');
  return reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemOf(code, languageOf(request), fields, request.id));
}

/** A refusal as it is told; `requestId` is empty for what was no request yet. */
export function problemOf(
  code: RefusalCode,
  language: Language,
  fields: readonly FieldProblem[],
  requestId: string,
): z.infer<typeof Problem> {
  return {
    type: `/api/reference#${code}`,
    title: code,
    status: REFUSALS[code],
    code,
    detail: REFUSAL_TEXTS[code][language],
    fields: fields.map(({ path, code: wrong, expected }) => {
      return { path, code: wrong, message: fieldText(wrong, expected)[language] };
    }),
    requestId,
  };
}

const FASTIFY_CODES: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA',
  FST_ERR_CTP_INVALID_JSON_BODY: 'INVALID_INPUT',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'INVALID_INPUT',
  FST_CSRF_MISSING_SECRET: 'CSRF_TOKEN_WRONG',
  FST_CSRF_INVALID_TOKEN: 'CSRF_TOKEN_WRONG',
};

function refusedOf(error: FastifyError): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof CalendarExhausted || error instanceof CalendarUnknown) {
    return new Refused(error.code);
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return refusedInput(error.validation.map(issueOf));
  }
  const known = FASTIFY_CODES[error.code];
  if (known !== undefined) return new Refused(known);
  if (error.statusCode === 429) return new Refused('TOO_MANY_REQUESTS');
  if (error.statusCode === 400) return new Refused('INVALID_INPUT');
  return null;
}

/** The issue as zod named it: the type provider spreads it over the fields of a Fastify error. */
function issueOf({ keyword, instancePath, message, params }: Declined): z.core.$ZodIssue {
  const path = instancePath.split('/').filter((step) => step !== '');
  return { ...params, code: keyword, path, message } as unknown as z.core.$ZodIssue;
}

interface Declined {
  keyword: string;
  instancePath: string;
  message?: string | undefined;
  params: object;
}

/** Input that a schema declined, each issue with its path and a code of its own. */
export function refusedInput(issues: readonly z.core.$ZodIssue[]): Refused {
  const fields = issues.flatMap((issue) => fieldsOf(issue, []));
  const unknownOnly = fields.every(({ code }) => code === 'UNKNOWN_FIELD');
  return new Refused(unknownOnly ? 'UNKNOWN_FIELD' : 'INVALID_INPUT', fields);
}

function fieldsOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): FieldProblem[] {
  const at = [...prefix, ...issue.path];
  const path = at.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...at, key].map(String).join('.'),
      code: 'UNKNOWN_FIELD',
    }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
    if (nearest !== undefined && nearest.length > 0) {
      return nearest.flatMap((inner) => fieldsOf(inner, at));
    }
  }
  return [{ path, code: codeOfIssue(issue), expected: expectedAt(path, issue) }];
}
