import type { AmendmentKind } from '../record/amendment.ts';
import type { FindingLine } from './finding.ts';
import { mendedBy } from './rules.ts';

/** A change of a record as its form begins: what a finding, and what its source answered, fill in. */
export interface Begun {
  kind: AmendmentKind;
  details: Readonly<Record<string, unknown>>;
}

type Found = Pick<FindingLine, 'rule' | 'place' | 'answer'>;

/** The change that mends a finding, as far as it is known; null for what is done elsewhere. */
export function begun({ rule, place, answer }: Found): Begun | null {
  const kind = mendedBy(rule);
  switch (kind) {
    case 'NORMALISE':
    case 'SETTLE_SUPPLY':
    case 'REPORT':
      return null;
    case 'EXECUTION': {
      const { scan: _scan, ...document } = answer ?? { scan: null };
      return { kind, details: { ref: Number(place), entry: { kind: 'COMPLETION', ...document } } };
    }
    case 'JUDGMENT_CORRECTED':
      return { kind, details: { ref: Number(place) } };
    case 'MERGE':
      return { kind, details: { from: place } };
    case 'CIVIL_STATUS':
    case 'DEATH': {
      const document = answer && [answer.number, answer.date, answer.issuer].join(', ');
      return { kind, details: document === null ? {} : { document } };
    }
    default:
      return { kind, details: {} };
  }
}
