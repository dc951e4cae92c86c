import { useTranslation } from 'react-i18next';
import type { Tracking } from '../../domain/desk.ts';
import { formatInstant } from '../pieces/format.ts';

type StageState = 'done' | 'now' | 'notYet';

const SIGNS = { done: '✓', now: '●', notYet: '○' } as const;

/** The five plain stages with the time each was reached; where it stands is said in words and by a sign. */
export function Stages({ tracking: { stage: current, stages, ended } }: { tracking: Tracking }) {
  const { t } = useTranslation('citizen');
  const here = stages.findIndex(({ stage }) => stage === current);
  const stateOf = (index: number): StageState => {
    if (ended !== null) return stages[index]?.at === null ? 'notYet' : 'done';
    if (index < here || current === 'DELIVERED') return 'done';
    return index === here ? 'now' : 'notYet';
  };
  return (
    <ol className="citizen-stages">
      {stages.map(({ stage, at }, index) => {
        const state = stateOf(index);
        return (
          <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="citizen-sign" aria-hidden>
              {SIGNS[state]}
            </span>
            <div>
              <strong>{t(`stage.${stage}`)}</strong>
              <span className="citizen-hint">
                {' · '}
                {at !== null && state !== 'notYet' ? formatInstant(at) : t(`track.${state}`)}
                {at !== null && state === 'now' && `, ${t('track.now')}`}
              </span>
              <p className="citizen-hint">{t(`stagePlain.${stage}`)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
