import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { AbsenceTable } from './AbsenceTable.tsx';
import { useMyAbsences } from './query.ts';
import '../sections.css';

/** `/vang-mat`: the own absences, and for whom one stands in. */
export default function MyAbsencesPage() {
  const { t } = useTranslation('absences');
  const [entering, setEntering] = useState(false);
  const { data, error, isPending, refetch } = useMyAbsences();
  useEffect(() => {
    document.title = t('mineTitle');
  }, [t]);
  return (
    <div className="my-absences">
      <h1>{t('mineTitle')}</h1>
      <p className="muted">{t('lead')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="list-head">
        <Button type="primary" onClick={() => setEntering(true)}>
          {t('enter')}
        </Button>
      </div>
      <h2>{t('own')}</h2>
      <AbsenceTable absences={data?.own ?? []} loading={isPending} today={data?.today} mayCancel />
      <h2>{t('covering')}</h2>
      <AbsenceTable absences={data?.covering ?? []} loading={isPending} mayCancel={false} />
      {entering && <AbsenceForm oversees={false} onClose={() => setEntering(false)} />}
    </div>
  );
}
