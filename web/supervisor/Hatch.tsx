import { INK } from '../theme.ts';

/** Fill of bars that are told from solid ones without colour: `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" fill="#fff" />
        <rect width="2" height="5" fill={INK} />
      </pattern>
    </defs>
  );
}
