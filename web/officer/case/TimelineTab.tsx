import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { CaseEvent } from '../../../domain/case.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { StepTag } from '../../pieces/StepTag.tsx';
import { useUnitName } from '../../pieces/units.ts';
import type { CodeGroup } from '../../words/codes.ts';
import { useLabel } from '../../words/index.ts';
import { useCaseEvents } from './query.ts';

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
      <ol className="timeline" reversed>
        {data.events
          .toSorted((a, b) => b.rev - a.rev)
          .map((event) => (
            <TimelineEvent key={event.rev} event={event} />
          ))}
      </ol>
    </>
  );
}

function TimelineEvent({ event }: { event: Event }) {
  const label = useLabel();
  const unitName = useUnitName();
  const said = [...linesOf(event.codes), ...linesOf(event.paper)];
  return (
    <li>
      <div>
        <strong>{label('act', event.act)}</strong> <StepTag step={event.step} />
      </div>
      <div className="muted">
        <time dateTime={event.at}>{formatInstant(event.at)}</time> · {event.actorName} ·{' '}
        {unitName(event.unit)}
      </div>
      {said.length > 0 && (
        <dl className="said">
          {said.map(([key, value]) => (
            <Said key={key} name={key} value={value} />
          ))}
        </dl>
      )}
      <code className="hash" title={event.hash}>
        #{event.rev} {event.hash.slice(0, 12)}
      </code>
    </li>
  );
}

const GROUP_OF: Readonly<Record<string, CodeGroup>> = {
  regime: 'regime',
  ground: 'ground',
  grounds: 'ground',
  conclusion: 'conclusion',
  outcome: 'outcome',
};

function Said({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const group = GROUP_OF[name];
  const shown =
    group === undefined
      ? value
      : value
          .split(', ')
          .map((code) => label(group, code))
          .join(', ');
  return (
    <>
      <dt>{t(`field.${name}`, { defaultValue: name })}</dt>
      <dd>{shown}</dd>
    </>
  );
}

/** What of an event's content is worth a line: texts, numbers and lists of texts; the rest has its own tab. */
function linesOf(content: unknown): [key: string, value: string][] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) => {
    if (typeof value === 'string' || typeof value === 'number') return [[key, String(value)]];
    const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    return texts.length > 0 ? [[key, texts.join(', ')]] : [];
  });
}
