import type { RefusalCode } from '../domain/refusal.ts';
import type { Language } from '../domain/wording/refusals.ts';
import { REFUSALS } from '../domain/refusal.ts';

export interface FieldProblem {
  /** Dotted path such as `subject.personalId`. */
  path: string;
  code: string;
  /** What would be taken, where a schema can tell. */
  expected?: Record<Language, string> | null;
}

/** A request the system understood and declines. Anything else thrown in a route is a fault (500). */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly statusCode: number;
  readonly fields: readonly FieldProblem[];

  constructor(code: RefusalCode, fields: readonly FieldProblem[] = [], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.statusCode = REFUSALS[code];
    this.fields = fields;
  }
}
