import { useTranslation } from 'react-i18next';
import { TURNAROUND_STANDARD, useShareText } from '../liaison/turnaround.ts';

/** A share as a small bar, a number and words: whether it meets the standard. */
export function MeetsStandard({ share }: { share: number | null }) {
  const { t } = useTranslation('supervisor');
  const shareText = useShareText();
  if (share === null) return <span className="muted">{t('agencies.none')}</span>;
  const meets = share >= TURNAROUND_STANDARD;
  return (
    <span className="board-share">
      <span className="board-share-bar" aria-hidden>
        <span style={{ width: `${share * 100}%` }} data-below={!meets} />
      </span>
      {shareText(share)} <span aria-hidden>{meets ? '✓' : '▼'}</span>{' '}
      {t(meets ? 'agencies.meets' : 'agencies.below')}
    </span>
  );
}
