import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../domain/case.ts';
import type { FoundJudgment, FoundOutcome, FoundPage } from '../../domain/record/found.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { FoundForm } from './FoundForm.tsx';
import { NoRecord } from './NoRecord.tsx';
import { useDecideFound } from './query.ts';
import { StandsElsewhere } from './StandsElsewhere.tsx';

export interface FoundActsProps {
  detail: CaseDetail;
  page: FoundPage;
  judgment: FoundJudgment;
}

/** What can become of a judgment: a record of its own, part of one of the unit's, standing in it, or none. */
export function FoundActs({ detail, page, judgment }: FoundActsProps) {
  const { t } = useTranslation('found');
  const { message } = App.useApp();
  const [open, setOpen] = useState<FoundOutcome | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const decide = useDecideFound(detail.line.caseId, () => {
    setOpen(null);
    void message.success(t('done'));
  });
  // Of other departments no number is told.
  const own = page.known.flatMap(({ recordNumber, same }) =>
    recordNumber === null ? [] : [{ recordNumber, same }],
  );
  const mayMake = !own.some(({ same }) => same);
  const addTo = (recordNumber: string): void => {
    setNumber(recordNumber);
    setOpen('FURTHER');
  };
  return (
    <>
      <div className="found-acts">
        {mayMake && (
          <Button type="primary" onClick={() => setOpen('RECORD')}>
            {t(page.known.length > 0 ? 'actOther' : 'actRecord')}
          </Button>
        )}
        {own.map(({ recordNumber }) => (
          <span key={recordNumber} className="found-acts">
            <Button onClick={() => addTo(recordNumber)}>
              {t('actFurther', { number: recordNumber })}
            </Button>
            <Button
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({ outcome: 'THERE', judgment: judgment.key, recordNumber })
              }
            >
              {t('actThere', { number: recordNumber })}
            </Button>
          </span>
        ))}
        <Button onClick={() => setOpen('THERE')}>{t('actElsewhere')}</Button>
        <Button onClick={() => setOpen('NONE')}>{t('actNone')}</Button>
      </div>
      {open === null && <ProblemAlert error={decide.error} />}
      {(open === 'RECORD' || open === 'FURTHER') && (
        <FoundForm
          detail={detail}
          page={page}
          judgment={judgment}
          recordNumber={open === 'FURTHER' ? number : null}
          decide={decide}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'THERE' && (
        <StandsElsewhere judgment={judgment} decide={decide} onClose={() => setOpen(null)} />
      )}
      {open === 'NONE' && (
        <NoRecord judgment={judgment} decide={decide} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
