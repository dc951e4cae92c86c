import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Popover, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Desk } from '../../domain/desk.ts';
import { QUICK_DAYS } from '../../domain/turnaround.ts';
import { download } from '../api.ts';
import { TURNAROUND_STANDARD, useShareText } from './turnaround.ts';
import type { DeskFilter } from './useDesk.ts';

const STATES = ['open', 'answered', 'all'] as const;

interface DeskHeadProps {
  desk: z.infer<typeof Desk> | undefined;
  filter: DeskFilter;
  onFilter: (filter: DeskFilter) => void;
  keysOn: boolean;
  onKeysOn: (on: boolean) => void;
}

/** Title with the unit's numbers; below it what the list is filtered by. */
export function DeskHead({ desk, filter, onFilter, keysOn, onKeysOn }: DeskHeadProps) {
  const { t } = useTranslation('liaison');
  const { message } = App.useApp();
  const csv = (): void => {
    download('/desk.csv', filter).catch(() => message.error(t('csvFailed')));
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
          value={filter.state}
          options={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          onChange={(state) => onFilter({ ...filter, state })}
        />
        <Input.Search
          key={filter.q ?? ''}
          allowClear
          defaultValue={filter.q ?? ''}
          maxLength={120}
          aria-label={t('search')}
          placeholder={t('search')}
          onSearch={(q) =>
            onFilter(q.trim() === '' ? { state: filter.state } : { ...filter, q: q.trim() })
          }
          className="desk-search"
        />
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
