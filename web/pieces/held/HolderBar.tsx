import type { Holder } from '../../../domain/flow/holder.ts';
import './held.css';

export interface HolderPart {
  key: string;
  holder: Holder;
  /** 0 to 1. */
  share: number;
}

/**
 * Shares as one bar of 100 %, each holder by its own pattern; what others have is left blank. The same
 * stands in a table beside it.
 */
export function HolderBar({ parts }: { parts: readonly HolderPart[] }) {
  const rest = 1 - parts.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className="held-bar" aria-hidden>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ key, holder, share }) => (
          <span key={key} className={`held-${holder}`} style={{ flexGrow: share, flexBasis: 0 }} />
        ))}
      {rest > 0.001 && <span style={{ flexGrow: rest, flexBasis: 0 }} />}
    </div>
  );
}

/** The pattern of a holder, to find it in the bar. */
export function HolderKey({ holder }: { holder: Holder }) {
  return <span className={`held-key held-${holder}`} aria-hidden />;
}
