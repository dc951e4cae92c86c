/** Why the simulated agency says no, with the HTTP status; `AGENCY_OUT` is trouble, not a refusal. */
export const PROBLEMS = {
  INVALID_MESSAGE: 400,
  SIGNATURE_WRONG: 401,
  NOT_THE_ADDRESSEE: 403,
  UNKNOWN_UNIT: 404,
  UNKNOWN_REQUEST: 404,
  NOT_THIS_KIND_OF_UNIT: 409,
  MESSAGE_ID_REUSED: 409,
  UNIT_REFUSES: 409,
  OUTCOME_NOT_OF_THIS_KIND: 422,
  AGENCY_OUT: 503,
} as const;

export class Problem extends Error {
  readonly code: keyof typeof PROBLEMS;

  constructor(code: keyof typeof PROBLEMS) {
    super(code);
    this.name = 'Problem';
    this.code = code;
  }
}
