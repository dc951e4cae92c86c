import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';

interface SectionProps<T> {
  /** Anchor of the section. */
  id: string;
  title: string;
  query: UseQueryResult<T>;
  /** Stands beside the title: choices, links, exports. */
  beside?: ReactNode;
  /** Lines of the skeleton. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** A part of the board that loads, fails and is tried again by itself. */
export function Section<T>({ id, title, query, beside, rows = 4, children }: SectionProps<T>) {
  const { data, error, refetch, isPlaceholderData } = query;
  return (
    <section id={id} aria-labelledby={`${id}-title`} aria-busy={isPlaceholderData}>
      <div className="board-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <Loading rows={rows} /> : children(data)}
    </section>
  );
}
