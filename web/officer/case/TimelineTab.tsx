import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { CaseEvent } from '../../../domain/case.ts';
import { formatDate, formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { StepTag } from '../../pieces/StepTag.tsx';
import { useWhoActed } from '../../pieces/useWhoActed.ts';
import { useLabel } from '../../words/index.ts';
import { HeldContests } from './HeldContests.tsx';
import { useCaseEvents } from '../../pieces/useCaseEvents.ts';
import { ReadingPanel } from '../../readings/ReadingPanel.tsx';
import { useCaseHoldings } from './query.ts';
import { saidWith } from './said.ts';

type Event = z.infer<typeof CaseEvent>;

/** Every act on the case: who, when, what was said; and whether the chain of the log is whole. */
export function TimelineTab({ caseId }: { caseId: string }) {
  const { t } = useTranslation('officer');
  const { data, error, isPending, refetch } = useCaseEvents(caseId);
  if (isPending) return <Loading />;
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Alert
        type={data.chainIntact ? 'success' : 'error'}
        showIcon
        icon={data.chainIntact ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
        title={t(data.chainIntact ? 'chainIntact' : 'chainBroken', { count: data.events.length })}
      />
      <Contested caseId={caseId} />
      <ol className="timeline" reversed>
        {data.events
          .toSorted((a, b) => b.rev - a.rev)
          .map((event) => (
            <TimelineEvent key={event.rev} event={event} />
          ))}
      </ol>
      <ReadingPanel path={`/cases/${caseId}`} />
    </>
  );
}

/** Contests stand beside the log: they change no act, and are raised on closed cases too. */
function Contested({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useCaseHoldings(caseId);
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <HeldContests caseId={caseId} contests={data?.contests ?? []} />
    </>
  );
}

function TimelineEvent({ event }: { event: Event }) {
  const label = useLabel();
  const whoActed = useWhoActed();
  const said = saidWith(event);
  return (
    <li>
      <div>
        <strong>{label('act', event.act)}</strong> <StepTag step={event.step} />
      </div>
      <div className="muted">
        <time dateTime={event.at}>{formatInstant(event.at)}</time> · {whoActed(event)}
      </div>
      {said.length > 0 && (
        <dl className="said">
          {said.map((line) => (
            <SaidLine key={line.name} {...line} />
          ))}
        </dl>
      )}
      <code className="hash" title={event.hash}>
        #{event.rev} {event.hash.slice(0, 12)}
      </code>
    </li>
  );
}

function SaidLine({ name, as, values }: ReturnType<typeof saidWith>[number]) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const shown = (value: string): string => {
    if (as === 'text') return value;
    return as === 'date' ? formatDate(value) : label(as, value);
  };
  return (
    <>
      <dt>{t(`field.${name}`)}</dt>
      <dd>{values.map(shown).join(', ')}</dd>
    </>
  );
}
