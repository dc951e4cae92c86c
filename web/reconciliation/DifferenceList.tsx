import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DifferenceQuery,
  type DifferenceLine,
  type Reconciliation,
} from '../../domain/exchange/reconciliation.ts';
import { useAsked } from '../pieces/askedList.ts';
import { KeyHelp } from '../pieces/KeyHelp.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { DifferenceFilters } from './DifferenceFilters.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { NoteDialog, type Noting } from './NoteDialog.tsx';
import { useDifferences } from './query.ts';

interface DifferenceListProps {
  run: Reconciliation;
  /** Whether the reader may ask about them and settle them now. */
  settles: boolean;
}

/** Differences of a run; rows are moved through by j and k, taken by x, asked by h, settled by s. */
export function DifferenceList({ run, settles }: DifferenceListProps) {
  const { t } = useTranslation('reconciliation');
  const asked = useAsked(DifferenceQuery);
  const { data, error, isPending, refetch } = useDifferences(run.caseId, asked.query);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [noting, setNoting] = useState<Noting | null>(null);
  const [help, setHelp] = useState(false);
  const lines = data?.differences ?? [];
  const current = useCurrent(lines);
  const here = lines.find(({ key }) => key === current.key);
  const unsettled = here === undefined || here.state === 'SETTLED' ? [] : [here.key];
  const keys = chosen.length > 0 ? chosen : unsettled;
  const open = (next: Noting): void => {
    if (settles && keys.length > 0) setNoting(next);
  };
  const take = (): void => {
    const [key] = unsettled;
    if (key === undefined) return;
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  };
  useKeys({
    j: () => current.move(1),
    k: () => current.move(-1),
    x: () => settles && take(),
    h: () => open('questions'),
    s: () => open('settlements'),
    '?': () => setHelp(true),
  });
  return (
    <section aria-labelledby="differences-title">
      <h2 id="differences-title">{t('differences')}</h2>
      <DifferenceFilters caseId={run.caseId} {...asked} total={data?.total ?? null} />
      {settles && (
        <div className="reconciliation-acts" role="toolbar" aria-label={t('differences')}>
          <Button disabled={keys.length === 0} onClick={() => open('questions')}>
            {t('ask', { count: keys.length })} <kbd className="on-button">h</kbd>
          </Button>
          <Button disabled={keys.length === 0} onClick={() => open('settlements')}>
            {t('settle', { count: keys.length })} <kbd className="on-button">s</kbd>
          </Button>
          <span className="muted">{t('chosen', { count: chosen.length })}</span>
        </div>
      )}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <DifferenceTable
        lines={lines}
        total={data?.total ?? 0}
        loading={isPending}
        current={current.key}
        chosen={settles ? chosen : null}
        onChoose={setChosen}
        {...asked}
      />
      {noting !== null && (
        <NoteDialog
          run={run}
          keys={keys}
          noting={noting}
          onClose={() => setNoting(null)}
          onDone={() => setChosen([])}
        />
      )}
      <KeyHelp
        open={help}
        onClose={() => setHelp(false)}
        keys={KEYS.map((key) => [key, t(`keys.${key}`)])}
      />
    </section>
  );
}

const KEYS = ['j', 'k', 'x', 'h', 's', 'a'] as const;

/** The row the keyboard stands on. */
function useCurrent(lines: readonly DifferenceLine[]) {
  const [key, setKey] = useState<string | null>(null);
  const at = lines.findIndex((line) => line.key === key);
  return {
    key: at < 0 ? null : key,
    move(by: number): void {
      const line = lines[Math.min(Math.max(at + by, 0), lines.length - 1)];
      if (line === undefined) return;
      setKey(line.key);
      const row = document.querySelector(`[data-row-key="${CSS.escape(line.key)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
    },
  };
}
