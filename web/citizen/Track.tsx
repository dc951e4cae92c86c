import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Tracking, type TrackingQuestion } from '../../domain/desk.ts';
import { send } from '../api.ts';
import { TrackedCase } from './TrackedCase.tsx';
import { TrackForm } from './TrackForm.tsx';
import './citizen.css';

type Question = z.infer<typeof TrackingQuestion>;

/** Tracking for the public: a code and a birth date show where the application stands. Nothing is kept. */
export default function Track() {
  const { t } = useTranslation('citizen');
  const title = useRef<HTMLHeadingElement>(null);
  const { mutate, reset, data, error, isPending, variables } = useMutation({
    mutationFn: (question: Question) => send('POST', '/public/tracking', question, Tracking),
  });
  const found = data !== undefined;
  useEffect(() => {
    document.title = t('track.title');
    if (found) title.current?.focus();
  }, [found, t]);
  return (
    <div className="citizen">
      <h1 ref={title} tabIndex={-1}>
        {t('track.title')}
      </h1>
      {found && variables !== undefined ? (
        <TrackedCase
          tracking={data}
          question={variables}
          refreshing={isPending}
          onRefresh={() => mutate(variables)}
          onAgain={reset}
        />
      ) : (
        <TrackForm asked={variables} error={error} pending={isPending} onAsk={mutate} />
      )}
    </div>
  );
}
