import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { findKnownPersons } from '../db/read/knownPersons.ts';
import { sql } from '../db/sql.ts';
import { withoutNumbers, typingError } from '../demo/labelled/slips.ts';
import { citizen } from '../demo/labelled/people.ts';
import { seededRandom } from '../demo/random.ts';
import { Identity } from '../domain/identity/identity.ts';
import { rank } from '../domain/identity/lookUp.ts';
import type { IdentityWeights } from '../domain/identity/weights.ts';
import { type Figure, figure, quantile } from './figures.ts';
import { fillKnownPersons } from './identity/manyKnown.ts';
import { identityWeights } from '../api/identityWeights.ts';

interface Question {
  asked: Identity;
  /** Who it is among the known, or null for a stranger. */
  is: number | null;
}

/**
 * Matching one person against very many known ones, search and comparison together, one after
 * another: known persons as they are, without numbers and with a slip in the name, and as many
 * strangers. `matching_found_percent`: known persons who came out POSSIBLE or CERTAIN.
 */
export async function matchingFigures(
  pool: DatabasePool,
  { knownPersons, times }: { knownPersons: number; times: number },
): Promise<Figure[]> {
  await fillKnownPersons(pool, knownPersons);
  const weights = await identityWeights();
  const questions = await draw(pool, times);
  for (const { asked } of questions.slice(0, times / 10)) await matched(pool, asked, weights);
  const samples: number[] = [];
  let found = 0;
  for (const { asked, is } of questions) {
    const begin = performance.now();
    const likely = await matched(pool, asked, weights);
    samples.push(performance.now() - begin);
    if (is !== null && likely.includes(is)) found += 1;
  }
  const known = questions.filter(({ is }) => is !== null).length;
  return [
    figure('matching_known_persons', knownPersons, ''),
    figure('matching_p50_ms', quantile(samples, 0.5), 'ms'),
    figure('matching_p99_ms', quantile(samples, 0.99), 'ms'),
    figure('matching_found_percent', (100 * found) / known, '%'),
  ];
}

/** Ids of the known persons who may be the one asked for. */
async function matched(
  pool: DatabasePool,
  asked: Identity,
  weights: IdentityWeights,
): Promise<number[]> {
  const { persons } = await findKnownPersons(pool, asked);
  return rank(asked, persons, weights)
    .filter(({ comparison }) => comparison.class !== 'UNLIKELY')
    .map(({ known }) => known.id);
}

const Drawn = z.object({ id: z.int(), identity: Identity });

async function draw(pool: DatabasePool, times: number): Promise<Question[]> {
  const random = seededRandom('matching');
  const drawn = await pool.any(sql.type(Drawn)`
    SELECT id, identity FROM known_persons WHERE case_id IS NULL
    ORDER BY hashint4(id) LIMIT ${Math.ceil(times / 2)}
  `);
  const slips = [[], [withoutNumbers], [withoutNumbers, typingError]];
  return drawn.flatMap(({ id, identity }, at): Question[] => {
    const changes = slips[at % slips.length] ?? [];
    const asked = changes.reduce((before, change) => change(random, before), identity);
    return [
      { asked, is: id },
      { asked: citizen(random), is: null },
    ];
  });
}
