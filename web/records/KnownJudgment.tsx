import { Checkbox, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownJudgments, RecordTold } from '../../domain/record/knownJudgment.ts';
import { KnownAlert } from './KnownAlert.tsx';
import { useKnownJudgments } from './knownJudgments.ts';
import type { RecordDraft } from './recordDraft.ts';

/**
 * What is told of records that may hold the judgment of a form already, and whether the officer has compared them;
 * `compared` asks for it where not. Nothing is told unless the judgment is entered anew (`fresh`).
 */
export function useComparing(
  form: FormInstance<RecordDraft>,
  fresh: boolean,
): { warning: ReactNode; compared: () => boolean } {
  const records = useKnownJudgments(form, fresh);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [missed, setMissed] = useState(false);
  const done = records.every((told) => seen.has(nameOf(told)));
  const onCompared = (names: readonly string[]): void => {
    setSeen(new Set(names));
    setMissed(false);
  };
  const warning = records.length > 0 && (
    <KnownJudgment records={records} done={done} missed={missed} onCompared={onCompared} />
  );
  const compared = (): boolean => {
    setMissed(!done);
    return done;
  };
  return { warning, compared };
}

interface KnownJudgmentProps extends KnownJudgments {
  done: boolean;
  /** Whether saving was tried without comparing. */
  missed: boolean;
  onCompared: (names: readonly string[]) => void;
}

/** By what it is known that what is told was compared. */
function nameOf({ unit, record }: RecordTold): string {
  return record?.recordNumber ?? unit;
}

function KnownJudgment({ records, done, missed, onCompared }: KnownJudgmentProps) {
  const { t } = useTranslation('records');
  return (
    <KnownAlert records={records} className="records-known">
      <Checkbox
        checked={done}
        onChange={({ target }) => onCompared(target.checked ? records.map(nameOf) : [])}
      >
        {t('form.knownConfirm')}
      </Checkbox>
      {missed && <div role="alert">{t('form.knownNeeded')}</div>}
    </KnownAlert>
  );
}
