import type { ReactNode } from 'react';

/** One line of a definition list: what it is, what it says. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="desk-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
