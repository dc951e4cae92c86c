/** The agency understood the message and refuses it for good; sending it again would not help. */
export class AgencyRejected extends Error {
  readonly code = 'AGENCY_REJECTED';
  /** The agency's own code, such as `UNKNOWN_UNIT`; never its text, which may quote the message. */
  readonly reason: string;

  constructor(unit: string, reason: string) {
    super(`${unit} refused the message: ${reason}`);
    this.name = 'AgencyRejected';
    this.reason = reason;
  }
}

/** Why a try came to nothing: HTTP's own number (`HTTP_503`), or what the client saw. */
export type Trouble =
  | `HTTP_${number}`
  | 'NOT_REACHED'
  | 'NO_ANSWER_IN_TIME'
  | 'ACKNOWLEDGEMENT_NOT_TRUSTED'
  | 'ANOTHER_MESSAGE_ACKNOWLEDGED'
  | 'LEFT_ALONE';

/** The agency cannot be reached, answers with trouble, or answers what cannot be trusted: retry. */
export class AgencyUnavailable extends Error {
  readonly code: Trouble;

  constructor(unit: string, code: Trouble, options?: ErrorOptions) {
    super(`${unit} is not available: ${code}`, options);
    this.name = 'AgencyUnavailable';
    this.code = code;
  }
}
