import type { ReactNode } from 'react';

/** Fields that belong together, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="records-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
