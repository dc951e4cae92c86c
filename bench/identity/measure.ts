import type { LabelledPair } from '../../demo/labelled/pair.ts';
import {
  compare,
  IDENTITY_CLASSES,
  type IdentityClass,
  prepared,
} from '../../domain/identity/compare.ts';
import { type Finding, FINDINGS } from '../../domain/identity/evidence.ts';
import type { IdentityWeights } from '../../domain/identity/weights.ts';

type Counts = Record<IdentityClass, number>;

/** How the pairs of one kind were classed. */
export interface KindMeasure {
  kind: string;
  same: boolean;
  counts: Counts;
}

export interface Measure {
  pairs: number;
  /** Share of one-person pairs found POSSIBLE or CERTAIN: what is not missed. */
  recall: number;
  /** Of the pairs found POSSIBLE or CERTAIN, the share that is one person; hard cases abound in the set. */
  precision: number;
  /** The same of CERTAIN alone. */
  certainRecall: number;
  certainPrecision: number;
  kinds: KindMeasure[];
  /** How often each finding was made in one-person pairs and in others, to calibrate its weight by. */
  findings: { finding: Finding; same: number; different: number }[];
}

/** What a set of weights makes of labelled pairs. */
export function measure(pairs: readonly LabelledPair[], weights: IdentityWeights): Measure {
  const nobody = new Set<string>();
  const judged = pairs.map(({ kind, same, asked, known }) => ({
    kind,
    same,
    comparison: compare(prepared(asked), prepared(known), weights, nobody),
  }));
  const count = (same: boolean, classes: readonly IdentityClass[]): number =>
    judged.filter((each) => each.same === same && classes.includes(each.comparison.class)).length;
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const [found, wrong] = [count(true, FOUND), count(false, FOUND)];
  const [certain, ruined] = [count(true, ['CERTAIN']), count(false, ['CERTAIN'])];
  const all = count(true, IDENTITY_CLASSES);
  return {
    pairs: pairs.length,
    recall: share(found, all),
    precision: share(found, found + wrong),
    certainRecall: share(certain, all),
    certainPrecision: share(certain, certain + ruined),
    kinds: kindsOf(judged.map(({ kind, same, comparison }) => [kind, same, comparison.class])),
    findings: FINDINGS.map((finding) => {
      const made = judged.filter(({ comparison }) =>
        comparison.contributions.some((each) => each.finding === finding),
      );
      const same = made.filter((each) => each.same).length;
      return { finding, same, different: made.length - same };
    }),
  };
}

const FOUND: readonly IdentityClass[] = ['POSSIBLE', 'CERTAIN'];

function kindsOf(judged: readonly (readonly [string, boolean, IdentityClass])[]): KindMeasure[] {
  const kinds = new Map<string, KindMeasure>();
  for (const [kind, same, of] of judged) {
    const measured = kinds.get(kind) ?? {
      kind,
      same,
      counts: { UNLIKELY: 0, POSSIBLE: 0, CERTAIN: 0 },
    };
    measured.counts[of] += 1;
    kinds.set(kind, measured);
  }
  return [...kinds.values()];
}
