/**
 * Every way the system says no, and the HTTP status that says it. The code is the contract: clients
 * switch on it, never on the text (texts: `domain/wording/refusals.ts`).
 */
export const REFUSALS = {
  // the request itself
  INVALID_INPUT: 400,
  UNKNOWN_FIELD: 400,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  IDEMPOTENCY_KEY_MISSING: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOO_MANY_REQUESTS: 429,
  NOT_FOUND: 404,
  // who
  SIGN_IN_REQUIRED: 401,
  SIGN_IN_FAILED: 401,
  CSRF_TOKEN_WRONG: 403,
  NOT_PERMITTED: 403,
  NOT_YOUR_UNIT: 403,
  NOT_YOUR_ROLE: 403,
  // the case
  CASE_NOT_FOUND: 404,
  CASE_CLOSED: 409,
  CASE_WRONG_STEP: 409,
  STALE_REVISION: 409,
  CLAIMED_BY_OTHER: 409,
  FOUR_EYES: 403,
  UNKNOWN_ACT: 400,
  FEE_NOT_SETTLED: 409,
  COMPLEX_GROUND_MISSING: 422,
  ALREADY_COMPLEX: 409,
  AGENT_MAY_NOT_ASK_NO_2: 422,
  ENTRIES_CONTRADICT_CONCLUSION: 422,
  NO_RULES_IN_FORCE: 503,
  CERTIFICATE_MISSING: 404,
  DELIVERY_NOT_BY_POST: 409,
  // absence and cover
  ABSENCES_OVERLAP: 409,
  ABSENCE_OVER: 409,
  COLLEAGUE_AWAY: 409,
  YOU_ARE_AWAY: 409,
  // letters of apology
  CASE_NOT_LATE: 409,
  HIGHER_SIGNER_NEEDED: 403,
  LETTER_NOT_FOUND: 404,
  LETTER_NOT_OPEN: 409,
  LETTER_NOT_TO_PRINT: 409,
  PROMISE_NOT_AHEAD: 422,
  PROMISE_ON_DAY_OFF: 422,
  PROMISE_TOO_FAR: 422,
  // disputes of a deadline
  CLOCK_NOT_FOUND: 404,
  DISPUTE_OPEN: 409,
  DISPUTE_RULED: 409,
  DISPUTER_MAY_NOT_RULE: 403,
  // answers of agencies
  VERIFICATION_NOT_ASKED: 404,
  NOT_THE_ASKED_AGENCY: 403,
  ANSWER_ALREADY_GIVEN: 409,
  ANSWER_TOO_LATE: 409,
  IDENTIFICATION_NOT_ASKED: 409,
  MESSAGE_ID_REUSED: 409,
  SIGNATURE_WRONG: 401,
  // intake
  UNKNOWN_PROVINCE: 422,
  UNKNOWN_UNIT: 422,
  EXTERNAL_CODE_CONFLICT: 409,
  TRACKING_NOT_FOUND: 404,
  // the house
  ENGINE_UNAVAILABLE: 503,
  OUTCOME_UNKNOWN: 504,
  CALENDAR_EXHAUSTED: 503,
  FAULT: 500,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Whether a value, such as the `type` of a failure that came back from Temporal, is a refusal of ours. */
export function isRefusalCode(value: unknown): value is RefusalCode {
  return typeof value === 'string' && Object.hasOwn(REFUSALS, value);
}
