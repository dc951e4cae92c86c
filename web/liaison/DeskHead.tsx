import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type Desk, DESK_DUES, DESK_HOLDERS, DESK_ORDERS, DESK_STATES } from '../../domain/desk.ts';
import { QUICK_DAYS } from '../../domain/turnaround.ts';
import { useDownload } from '../pieces/useDownload.ts';
import { TURNAROUND_STANDARD, useShareText } from './turnaround.ts';
import type { DeskView } from './useDesk.ts';

interface DeskHeadProps {
  desk: z.infer<typeof Desk> | undefined;
  view: DeskView;
  onView: (view: DeskView) => void;
  keysOn: boolean;
  onKeysOn: (on: boolean) => void;
}

/** Title with the unit's numbers; below it what the list is filtered and ordered by. */
export function DeskHead({ desk, view, onView, keysOn, onKeysOn }: DeskHeadProps) {
  const { t } = useTranslation('liaison');
  const fetchFile = useDownload();
  const csv = (): void => {
    fetchFile('/desk.csv', view);
  };
  return (
    <>
      <div className="desk-head">
        <h1>{t('title')}</h1>
        {desk !== undefined && <Numbers desk={desk} />}
      </div>
      <div className="desk-tools">
        <Segmented
          aria-label={t('stateLabel')}
          value={view.state}
          options={DESK_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          onChange={(state) => onView({ ...view, state })}
        />
        <Input.Search
          key={view.q ?? ''}
          allowClear
          defaultValue={view.q ?? ''}
          maxLength={120}
          aria-label={t('search')}
          placeholder={t('search')}
          onSearch={(q) => onView({ ...view, q: q.trim() || undefined })}
          className="desk-search"
        />
        <DeskSelects view={view} onView={onView} />
        <Button icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('csv')}
        </Button>
        <Popover trigger="click" content={<KeyHelp on={keysOn} onChange={onKeysOn} />}>
          <Button type="text">{t('keys.help')}</Button>
        </Popover>
      </div>
    </>
  );
}

const ANY = 'any';

/** When due, with whom, in which order. */
function DeskSelects({ view, onView }: Pick<DeskHeadProps, 'view' | 'onView'>) {
  const { t } = useTranslation('liaison');
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      <Select
        aria-label={t('dueLabel')}
        value={view.due ?? ANY}
        options={optionsOf('due', [ANY, ...DESK_DUES])}
        onChange={(due) => onView({ ...view, due: DESK_DUES.find((one) => one === due) })}
      />
      <Select
        aria-label={t('heldLabel')}
        value={view.held ?? ANY}
        options={optionsOf('held', [ANY, ...DESK_HOLDERS])}
        onChange={(held) => onView({ ...view, held: DESK_HOLDERS.find((one) => one === held) })}
      />
      <Select
        aria-label={t('orderLabel')}
        value={view.order}
        options={DESK_ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(order) => onView({ ...view, order })}
      />
    </>
  );
}

function Numbers({ desk }: { desk: z.infer<typeof Desk> }) {
  const { open, overdue, withinTerm, withinFiveDays, median, percentile85 } = desk;
  const { t } = useTranslation('liaison');
  const shareText = useShareText();
  const standard = t('standard', { share: shareText(TURNAROUND_STANDARD) });
  const verdict = withinTerm !== null && t(withinTerm >= TURNAROUND_STANDARD ? 'meets' : 'below');
  return (
    <dl className="desk-numbers">
      <div>
        <dt>{t('open')}</dt>
        <dd>{open}</dd>
      </div>
      <div>
        <dt>{t('overdue')}</dt>
        <dd className={overdue > 0 ? 'desk-late' : undefined}>{overdue}</dd>
      </div>
      <div>
        <dt>{t('turnaround')}</dt>
        <dd>
          {withinTerm === null ? t('noAnswers') : shareText(withinTerm)}{' '}
          <small>
            ({verdict !== false && `${verdict}, `}
            {standard})
          </small>
        </dd>
      </div>
      {median !== null && percentile85 !== null && withinFiveDays !== null && (
        <div>
          <dt>{t('speed')}</dt>
          <dd>
            {t('workingDays', { count: median })}{' '}
            <small>
              ({t('within85', { days: t('workingDays', { count: percentile85 }) })},{' '}
              {t('withinQuick', { share: shareText(withinFiveDays), count: QUICK_DAYS })})
            </small>
          </dd>
        </div>
      )}
    </dl>
  );
}

const KEYS = [
  ['j k', 'move'],
  ['1 – 5', 'answer'],
  ['c', 'claim'],
  ['Enter, Ctrl+Enter', 'confirm'],
  ['Esc', 'cancel'],
] as const;

function KeyHelp({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('liaison');
  return (
    <>
      <dl className="desk-keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <label>
        <Switch size="small" checked={on} onChange={onChange} aria-label={t('keys.on')} />{' '}
        {t('keys.on')}
      </label>
    </>
  );
}
