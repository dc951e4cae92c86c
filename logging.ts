import { types } from 'node:util';
import pino, { type DestinationStream, type Logger } from 'pino';
import { framesOf, withoutValues } from './domain/faultText.ts';

const { isNativeError } = types;

const DEEPEST_CAUSE = 5;

interface LoggedError {
  type: string;
  message: string;
  code?: string | undefined;
  /** Frames only. */
  stack?: string | undefined;
  cause?: LoggedError | undefined;
}

/**
 * The log of a process, one JSON line per entry. Of an error it keeps what finds the fault (type,
 * message, code, frames, causes) and nothing a person wrote: queries' values, rows, details.
 */
export function createLog(name: string, level: string, to?: DestinationStream): Logger {
  const options = { name, level, serializers: { err: loggedError, error: loggedError } };
  return to === undefined ? pino(options) : pino(options, to);
}

function loggedError(error: unknown): unknown {
  return isNativeError(error) ? describe(error, 0) : typeof error;
}

function describe(error: Error, depth: number): LoggedError {
  // What nobody listened to: the event wraps it and prints all of it into the message.
  if ('context' in error && isNativeError(error.context)) return describe(error.context, depth);
  const { name, message, cause, stack = '' } = error;
  return {
    type: name === 'Error' ? error.constructor.name : name,
    message: withoutValues(message),
    code: codeOf(error),
    stack: framesOf(stack),
    cause: isNativeError(cause) && depth < DEEPEST_CAUSE ? describe(cause, depth + 1) : undefined,
  };
}

function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
