import type { VerificationKind } from '../domain/flow/verification.ts';
import type { DemoUnit } from './provinces.ts';
import { PLACES } from './story.ts';
import { pull } from './pull.ts';

/** Post of whoever answers for an asked unit of each kind. */
const POSTS: Readonly<Record<VerificationKind, string>> = {
  POLICE: 'congan',
  COURT: 'toaan',
  MILITARY_COURT: 'toaquansu',
  CENTRE: 'tracuu',
  PROCURACY: 'vienkiemsat',
  ENFORCEMENT: 'thihanhan',
  COMMUNE: 'tuphapxa',
};
const NATIONAL: Readonly<Record<string, string>> = { TTLLTPQG: 'tt', V06: 'v06', TAQSTW: 'qstw' };

/** Who answers a kind of question in a story: somebody of its province, or of the national unit. */
export function postFor(kind: VerificationKind): string {
  if (kind === 'CENTRE') return liaisonOf(kind, 'TTLLTPQG');
  return kind === 'MILITARY_COURT' ? liaisonOf(kind, 'TAQSTW') : POSTS[kind];
}

/** User name of the liaison of an asked unit; throws when nobody of the demonstration sits there. */
export function liaisonOf(kind: VerificationKind, unit: string): string {
  const province = unit.split('-')[1];
  const place =
    NATIONAL[unit] ??
    Object.entries(PLACES).find(([, { province: code }]) => code === province)?.[0];
  if (place === undefined) throw new Error(`nobody answers for ${unit}`);
  return `${POSTS[kind]}.${place}`;
}

/** Police and courts where nobody of the demonstration sits answer by themselves; the others wait for a person. */
export async function staffDesks(agenciesUrl: string, units: readonly DemoUnit[]): Promise<void> {
  for (const kind of ['POLICE', 'COURT'] as const) {
    await pull(agenciesUrl, `/control/units/${kind}`, { mode: 'automatic' });
    for (const unit of units.filter((each) => each.kind === kind)) {
      await pull(agenciesUrl, `/control/units/${unit.code}`, { mode: 'manual' });
    }
  }
}
