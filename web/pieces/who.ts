import type { CodeGroup } from '../../domain/wording/codes.ts';

export interface Acted {
  actor: string;
  actorName: string;
  /** Whom they stood in for, or null. */
  actedForName?: string | null;
  unit: string;
}

/** Who did something and for which unit, in words: a person, an agency's system, the case's own timer. */
export function whoActed(
  { actor, actorName, actedForName, unit }: Acted,
  label: (group: CodeGroup, code: string) => string,
  unitName: (code: string) => string,
): string {
  if (actor === 'system') return label('role', 'SYSTEM');
  const who = actor === 'AGENCY' ? label('role', actor) : actorName;
  const inStead = actedForName == null ? '' : ` (${label('actedFor', 'FOR')} ${actedForName})`;
  return `${who}${inStead} · ${unitName(unit)}`;
}
