import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerForm, DeskRequest } from '../../domain/desk.ts';
import { EntryList } from '../pieces/acts/EntryList.tsx';
import { DetailsShown } from '../pieces/conviction/DetailsShown.tsx';
import { formatDate } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';

interface SecondConfirmationProps {
  answer: AnswerForm;
  person: DeskRequest['person'];
  pending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onEdit: () => void;
}

/**
 * "Record found" as it will be kept, to be read and confirmed again. Focus goes to the text and not
 * to the button, so that a second Enter by habit confirms nothing; Ctrl+Enter or the button does.
 */
export function SecondConfirmation(props: SecondConfirmationProps) {
  const { answer, person, pending, error, onConfirm, onEdit } = props;
  const { t } = useTranslation('liaison');
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => text.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const confirms = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat;
    if (!confirms || pending) return;
    event.preventDefault();
    onConfirm();
  };
  const birthDate = formatDate(person.birthDate);
  return (
    <div ref={text} tabIndex={-1} className="desk-confirm" onKeyDown={onKeyDown}>
      <p>
        <strong>
          {t('answer.secondAsk', {
            count: answer.entries.length,
            name: person.fullName,
            birthDate,
          })}
        </strong>
      </p>
      {answer.entries.map((entry, index) => (
        <div key={`${entry.judgmentNumber} ${entry.judgmentDate}`}>
          <EntryList entries={[entry]} start={index + 1} />
          {entry.details !== undefined && <DetailsShown details={entry.details} />}
        </div>
      ))}
      <ProblemAlert error={error} />
      <div className="desk-buttons">
        <Button type="primary" loading={pending} onClick={onConfirm}>
          {t('answer.second')}
        </Button>
        <Button onClick={onEdit}>{t('answer.edit')}</Button>
      </div>
    </div>
  );
}
