import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is none of, as a sentence. */
  text: string;
  /** What the reader can do about it. */
  hint?: string;
  children?: ReactNode;
}

/** A designed nothing: says what is empty and what comes next. */
export function EmptyState({ text, hint, children }: EmptyStateProps) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{text}</strong>
          {hint !== undefined && <div className="muted">{hint}</div>}
        </>
      }
    >
      {children}
    </Empty>
  );
}
