import type { Difference } from '../../domain/record/differences.ts';
import { useFieldName, useValueText } from './valueText.ts';

/** Fields that differ: the earlier value struck through, the later one beside it. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const name = useFieldName();
  const text = useValueText();
  if (differences.length === 0) return null;
  return (
    <ul className="record-book-said">
      {differences.map(({ place, ref, field, before, after }) => (
        <li key={`${place} ${ref} ${field}`}>
          {name(place, field)}
          {ref !== null && ` (${ref})`}: {before !== null && <del>{text(field, before)}</del>}{' '}
          <ins>{text(field, after)}</ins>
        </li>
      ))}
    </ul>
  );
}
