import type { RefusalCode } from '../domain/refusal.ts';
import { REFUSALS } from '../domain/refusal.ts';

export interface FieldProblem {
  /** Dotted path such as `subject.personalId`. */
  path: string;
  code: string;
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
