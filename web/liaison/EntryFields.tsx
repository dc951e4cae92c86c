import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { EMPTY_ENTRY, type EntryDraft } from './answerDraft.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { Labelled } from './Labelled.tsx';

/** Fields of a judgment in the order they stand on paper, with the longest text each takes. */
const FIELDS: readonly [
  name: Exclude<keyof ConvictionEntry, 'judgmentDate' | 'details'>,
  max: number,
][] = [
  ['judgmentNumber', 60],
  ['court', 150],
  ['offence', 250],
  ['provision', 120],
  ['penalty', 300],
  ['executionStatus', 300],
];
const MOST = 30;

interface EntryFieldsProps {
  entries: readonly EntryDraft[];
  problems: Readonly<Record<string, string>>;
  onChange: (entries: EntryDraft[]) => void;
}

/** The judgments found; at least one, each removable but the first. */
export function EntryFields({ entries, problems, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('liaison');
  const change = (index: number, part: Partial<EntryDraft>): void =>
    onChange(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  const add = (): void => {
    const key = Math.max(0, ...entries.map((entry) => entry.key)) + 1;
    onChange([...entries, { ...EMPTY_ENTRY, key }]);
  };
  return (
    <>
      {entries.map((entry, index) => (
        <fieldset key={entry.key} className="desk-entry">
          <legend>{t('entry.title', { n: index + 1 })}</legend>
          <Entry
            entry={entry}
            place={`entries.${index}`}
            problems={problems}
            onChange={(part) => change(index, part)}
          />
          <EntryDetails
            entry={entry}
            place={`entries.${index}.details`}
            problems={problems}
            onChange={(details) => change(index, { details })}
          />
          {entries.length > 1 && (
            <Button
              type="link"
              onClick={() => onChange(entries.filter(({ key }) => key !== entry.key))}
            >
              {t('entry.remove', { n: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {entries.length < MOST && (
        <Button type="dashed" onClick={add}>
          {t('entry.add')}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  entry: EntryDraft;
  /** Path of this judgment in the answer, such as `entries.0`. */
  place: string;
  problems: Readonly<Record<string, string>>;
  onChange: (part: Partial<EntryDraft>) => void;
}

function Entry({ entry, place, problems, onChange }: EntryProps) {
  const { t } = useTranslation('liaison');
  return (
    <div className="desk-entry-fields">
      {FIELDS.map(([name, maxLength]) => (
        <Labelled
          key={name}
          name={`${place}.${name}`}
          label={t(`entry.${name}`)}
          problem={problems[`${place}.${name}`]}
        >
          {(field) => (
            <Input
              {...field}
              autoComplete="off"
              maxLength={maxLength}
              value={entry[name]}
              onChange={({ target }) => onChange({ [name]: target.value })}
            />
          )}
        </Labelled>
      ))}
      <Labelled
        name={`${place}.judgmentDate`}
        label={t('entry.judgmentDate')}
        problem={problems[`${place}.judgmentDate`]}
      >
        {(field) => (
          <DateInput
            {...field}
            value={entry.judgmentDate}
            onChange={(date) => onChange({ judgmentDate: date ?? '' })}
          />
        )}
      </Labelled>
    </div>
  );
}
