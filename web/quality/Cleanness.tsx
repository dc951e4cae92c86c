import { Segmented, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { QualityFigures } from '../../domain/quality/share.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useUnits } from '../pieces/units.ts';
import { isAtCentre } from '../records/tabs.ts';
import { useSession } from '../session.tsx';
import { CLEAN_DAY_FILE } from '../../domain/wording/files/careFiles.ts';
import { CsvButton, PictureButtons } from '../supervisor/ExportButtons.tsx';
import { Section } from '../supervisor/Section.tsx';
import '../supervisor/supervisor.css';
import { CleanChart } from './CleanChart.tsx';
import { CleanNow } from './CleanNow.tsx';
import { Definition } from './Definition.tsx';
import { OpenTable } from './OpenTable.tsx';
import { QualityNav } from './QualityNav.tsx';
import { useFigures } from './query.ts';
import { totalsByDay } from './totals.ts';
import './quality.css';

const FILE = 'ty-le-ban-ghi-sach';
const SPANS = ['30', '90', '365'];

/** `/chat-luong/ty-le`: how clean the books are now and were day by day, and what clean means. */
export default function Cleanness() {
  const { t } = useTranslation('quality');
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const unit = search.get('unit') ?? undefined;
  const span = SPANS.find((one) => one === search.get('days')) ?? '90';
  const query = useFigures({ unit, days: span });
  const chart = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = t('shareTitle');
  }, [t]);
  const change = (next: Record<string, string | undefined>): void => {
    const set = Object.entries({ unit, days: span, ...next });
    setSearch(
      set.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
      { replace: true },
    );
  };
  const days = totalsByDay(query.data?.days ?? []);
  return (
    <div className="quality">
      <QualityNav />
      <div className="quality-head">
        <h1>{t('shareTitle')}</h1>
        {isAtCentre(account) && (
          <UnitSelect unit={unit} onChange={(code) => change({ unit: code })} />
        )}
      </div>
      <Section id="clean" title={t('now')} query={query} rows={3}>
        {(figures) => <Now figures={figures} />}
      </Section>
      <Section
        id="days"
        title={t('overTime')}
        query={query}
        rows={6}
        beside={
          <>
            <Segmented
              aria-label={t('span')}
              value={span}
              options={SPANS.map((value) => ({ value, label: t('lastDays', { count: value }) }))}
              onChange={(value) => change({ days: value })}
            />
            <CsvButton file={CLEAN_DAY_FILE} rows={query.data?.days ?? []} />
            <PictureButtons name={FILE} chart={chart} />
          </>
        }
      >
        {() =>
          days.length === 0 ? (
            <EmptyState text={t('noDays')} hint={t('noDaysHint')} />
          ) : (
            <div ref={chart}>
              <CleanChart days={days} />
            </div>
          )
        }
      </Section>
      <Section id="definition" title={t('definition')} query={query} rows={4}>
        {(figures) => <Definition figures={figures} />}
      </Section>
    </div>
  );
}

function Now({ figures }: { figures: QualityFigures }) {
  const { t } = useTranslation('quality');
  if (figures.now.length === 0) return <EmptyState text={t('noRecords')} />;
  return (
    <>
      <CleanNow figures={figures} />
      <OpenTable open={figures.open} />
    </>
  );
}

const EVERY = 'ALL';

function UnitSelect({
  unit,
  onChange,
}: {
  unit: string | undefined;
  onChange: (code: string | undefined) => void;
}) {
  const { t } = useTranslation('quality');
  const { data } = useUnits();
  const departments = (data ?? []).filter(({ kind }) => kind === 'STP');
  return (
    <Select
      aria-label={t('unit')}
      value={unit ?? EVERY}
      popupMatchSelectWidth={false}
      options={[
        { value: EVERY, label: `${t('unit')}: ${t('ALL')}` },
        ...departments.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={(value) => onChange(value === EVERY ? undefined : value)}
    />
  );
}
