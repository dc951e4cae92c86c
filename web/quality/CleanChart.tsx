import { useTranslation } from 'react-i18next';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDate } from '../pieces/format.ts';
import { Hatch } from '../supervisor/Hatch.tsx';
import { usePercent } from '../supervisor/percent.ts';
import { INK, LACQUER } from '../theme.ts';
import type { DayTotal } from './totals.ts';

const HATCH = 'records-hatch';
/** More points than this run into each other. */
const MOST_DOTS = 30;

/** The share as a dashed line with points, records as hatched bars: told apart without colour. */
export function CleanChart({ days }: { days: readonly DayTotal[] }) {
  const { t } = useTranslation('quality');
  const percent = usePercent();
  const [first, last] = [days[0], days.at(-1)];
  const said = (share: number | null = null): string => (share === null ? '–' : percent(share));
  const summary = t('daysSummary', {
    from: formatDate(first?.day ?? ''),
    to: formatDate(last?.day ?? ''),
    before: said(first?.share),
    after: said(last?.share),
    records: last?.records ?? 0,
  });
  return (
    <figure className="board-chart">
      <div role="img" aria-label={summary}>
        <ResponsiveContainer width="100%" height={260}>
          <ComposedChart
            data={[...days]}
            accessibilityLayer={false}
            margin={{ top: 20, left: -8, right: -8 }}
          >
            <Hatch id={HATCH} />
            <CartesianGrid vertical={false} stroke="#e3e6ea" />
            <XAxis
              dataKey="day"
              tickFormatter={(day) => formatDate(day).slice(0, 5)}
              minTickGap={16}
            />
            <YAxis yAxisId="share" domain={[0, 1]} tickFormatter={percent} />
            <YAxis yAxisId="records" orientation="right" allowDecimals={false} />
            <Tooltip
              labelFormatter={(day) => (typeof day === 'string' ? formatDate(day) : day)}
              formatter={(value, name) => [
                name === t('cleanShare') && typeof value === 'number' ? percent(value) : value,
                name,
              ]}
            />
            <Legend />
            <Bar
              yAxisId="records"
              dataKey="records"
              name={t('records')}
              fill={`url(#${HATCH})`}
              stroke={INK}
              maxBarSize={24}
              isAnimationActive={false}
            />
            <Line
              yAxisId="share"
              dataKey="share"
              name={t('cleanShare')}
              stroke={LACQUER}
              strokeWidth={2}
              strokeDasharray="5 3"
              dot={days.length <= MOST_DOTS && { r: 2.5, strokeDasharray: '' }}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}
