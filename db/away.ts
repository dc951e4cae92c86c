import {
  BackendTerminatedError,
  BackendTerminatedUnexpectedlyError,
  ConnectionError,
} from 'slonik';

/** A server that stops, was killed or still starts, and lines that broke. */
const AWAY_CODES = ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

/** Whether an error tells that the database cannot be reached now, or left while it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    error instanceof ConnectionError ||
    error instanceof BackendTerminatedError ||
    error instanceof BackendTerminatedUnexpectedlyError ||
    AWAY_CODES.includes(code) ||
    // The driver names a line that broke before this query by its text only.
    /connection error and is not queryable/u.test(error.message)
  );
}
