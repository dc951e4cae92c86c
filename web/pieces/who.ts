import type { CodeGroup } from '../words/codes.ts';

export interface Acted {
  actor: string;
  actorName: string;
  unit: string;
}

/** Who did something and for which unit, in words: a person, an agency's system, the case's own timer. */
export function whoActed(
  { actor, actorName, unit }: Acted,
  label: (group: CodeGroup, code: string) => string,
  unitName: (code: string) => string,
): string {
  if (actor === 'system') return label('role', 'SYSTEM');
  return `${actor === 'AGENCY' ? label('role', actor) : actorName} · ${unitName(unit)}`;
}
