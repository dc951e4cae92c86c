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

/** The agency cannot be reached, answers with trouble, or answers what cannot be trusted: retry. */
export class AgencyUnavailable extends Error {
  constructor(unit: string, why: string, options?: ErrorOptions) {
    super(`${unit} is not available: ${why}`, options);
    this.name = 'AgencyUnavailable';
  }
}
