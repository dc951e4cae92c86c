import type * as z from 'zod';
import { issueText } from '../../../domain/wording/expected.ts';
import type { Language } from '../../../domain/wording/refusals.ts';
import type { FieldProblem } from '../../api.ts';

/** A problem at a place of the form, as antd's form takes it. */
export interface FieldError {
  name: (string | number)[];
  errors: string[];
}

const ADDRESSES = ['permanentResidence', 'temporaryResidence', 'deliveryAddress'];

/** The input that stands for a path of the submission: an address is its text. */
function inputAt(path: readonly PropertyKey[]): (string | number)[] {
  const name = path.map((part) => (typeof part === 'number' ? part : String(part)));
  return ADDRESSES.includes(String(name.at(-1))) ? [...name, 'text'] : name;
}

/**
 * What the domain's schema refuses, in the user's words, one per input. `isEmpty` tells whether
 * nothing was entered at a place of the form.
 */
export function errorsFromSchema(
  error: z.ZodError,
  isEmpty: (name: FieldError['name']) => boolean,
  language: Language,
): FieldError[] {
  const byPlace = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const name = inputAt(issue.path);
    const place = name.join('.');
    if (byPlace.has(place)) continue;
    byPlace.set(place, { name, errors: [issueText(issue, isEmpty(name))[language]] });
  }
  return [...byPlace.values()];
}

/** What the server refuses, at the inputs it names. */
export function errorsFromReply(fields: readonly FieldProblem[]): FieldError[] {
  return fields.map(({ path, message }) => {
    const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return { name: inputAt(parts), errors: [message] };
  });
}
