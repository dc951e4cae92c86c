import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../pieces/DateInput.tsx';
import { type AnswerDraft, needsReason } from './answerDraft.ts';
import { EntryFields } from './EntryFields.tsx';
import { Labelled } from './Labelled.tsx';

interface AnswerFieldsProps {
  draft: AnswerDraft;
  /** Key of a word for each field that is not ready. */
  problems: Readonly<Record<string, string>>;
  onChange: (draft: AnswerDraft) => void;
}

/** The fields the chosen outcome asks for; none for "no record". */
export function AnswerFields({ draft, problems, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('liaison');
  const { outcome, entries, needed, reason, expectedAt } = draft;
  return (
    <>
      {outcome === 'RECORD_FOUND' && (
        <EntryFields
          entries={entries}
          problems={problems}
          onChange={(next) => onChange({ ...draft, entries: next })}
        />
      )}
      {outcome === 'NEEDS_IDENTIFICATION' && (
        <Labelled
          name="needed"
          label={t('answer.needed')}
          hint={t('answer.neededHint')}
          problem={problems['needed']}
        >
          {(field) => (
            <Input.TextArea
              {...field}
              rows={3}
              maxLength={1000}
              value={needed}
              onChange={({ target }) => onChange({ ...draft, needed: target.value })}
            />
          )}
        </Labelled>
      )}
      {needsReason(outcome) && (
        <Labelled name="reason" label={t('answer.reason')} problem={problems['reason']}>
          {(field) => (
            <Input.TextArea
              {...field}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => onChange({ ...draft, reason: target.value })}
            />
          )}
        </Labelled>
      )}
      {outcome === 'CANNOT_ANSWER_YET' && (
        <Labelled
          name="expectedAt"
          label={t('answer.expectedAt')}
          hint={t('answer.clockStays')}
          problem={problems['expectedAt']}
        >
          {(field) => (
            <DateInput
              {...field}
              className="desk-date"
              value={expectedAt}
              onChange={(date) => onChange({ ...draft, expectedAt: date ?? '' })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}
