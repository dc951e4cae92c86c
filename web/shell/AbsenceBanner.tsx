import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Absence } from '../../domain/absence.ts';
import { formatDate } from '../pieces/format.ts';
import { useMyAbsences } from '../supervisor/absences/query.ts';

/** Under the header, while it lasts: that I am entered as absent, and for whom I stand in. */
export function AbsenceBanner() {
  const { t } = useTranslation('absences');
  const { data } = useMyAbsences();
  if (data === undefined) return null;
  const isNow = ({ from, to }: Absence): boolean => from <= data.today && data.today <= to;
  const away = data.own.filter(isNow).map(({ id, to, delegate }) => ({
    id,
    text: t(delegate === null ? 'bannerAwayAlone' : 'bannerAway', {
      to: formatDate(to),
      delegate: delegate?.displayName,
    }),
  }));
  const covering = data.covering.filter(isNow).map(({ id, to, person, covered }) => ({
    id,
    text: t('bannerCovering', { name: person.displayName, to: formatDate(to), count: covered }),
  }));
  return [...away, ...covering].map(({ id, text }) => (
    <Alert
      key={id}
      banner
      type="info"
      title={text}
      action={<Link to="/vang-mat">{t('details')}</Link>}
    />
  ));
}
