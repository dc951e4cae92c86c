import { type ReactNode, useEffect } from 'react';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { Sections } from './Sections.tsx';
import './sections.css';

interface ListPageProps {
  title: string;
  lead: string;
  error: Error | null;
  onRetry: () => void;
  children: ReactNode;
}

/** A supervisor's page of one list: its place among the sections, what it is, and what went wrong. */
export function ListPage({ title, lead, error, onRetry, children }: ListPageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div>
      <Sections />
      <h1>{title}</h1>
      <p className="muted">{lead}</p>
      <ProblemAlert error={error} onRetry={onRetry} />
      {children}
    </div>
  );
}
