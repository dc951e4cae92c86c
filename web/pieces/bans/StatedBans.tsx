import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { BanList } from './BanList.tsx';

/** What a draft says of bans, beside what the records said then; nothing where neither knows of one. */
export function StatedBans({ draft }: Pick<CaseDetail, 'draft'>) {
  const { t } = useTranslation('bans');
  if (draft === null || draft.bans.length + draft.knownBans.length === 0) return null;
  const { bans, knownBans, banDeviation } = draft;
  return (
    <>
      <h3>{t('stated')}</h3>
      {bans.length === 0 ? <p>{t('noneStated')}</p> : <BanList bans={bans} />}
      {banDeviation !== null && (
        <>
          <p>
            <strong>{t('field.banDeviation')}:</strong> {banDeviation}
          </p>
          <span className="muted">{t('known')}</span>
          <BanList bans={knownBans} />
        </>
      )}
    </>
  );
}
