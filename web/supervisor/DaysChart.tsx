import { useTranslation } from 'react-i18next';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { BoardDays } from '../../domain/board.ts';
import { formatDate } from '../pieces/format.ts';
import { INK, LACQUER } from '../theme.ts';
import { Hatch } from './Hatch.tsx';

type Day = BoardDays['days'][number];

const HATCH = 'received-hatch';
/** More points than this run into each other. */
const MOST_DOTS = 30;

/** `2023-09-30` as `30/09`, or the whole date where there is room. */
function shortDate(date: string): string {
  return formatDate(date).slice(0, 5);
}

/** The day on which a count was highest. */
function peakOf(days: readonly Day[], count: 'received' | 'issued'): string | undefined {
  return days.toSorted((a, b) => b[count] - a[count])[0]?.date;
}

/** Hatched and solid bars and a dashed line with points: told apart without colour. */
export function DaysChart({ days }: BoardDays) {
  const { t } = useTranslation('supervisor');
  const last = days.at(-1)?.date;
  const peaks = { received: peakOf(days, 'received'), issued: peakOf(days, 'issued') };
  const labelOf = (day: Day, count: keyof typeof peaks) =>
    day.date === peaks[count] && day[count] > 0 ? day[count] : null;
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart
        data={days}
        accessibilityLayer={false}
        margin={{ top: 20, left: -16, right: -8 }}
      >
        <Hatch id={HATCH} />
        <CartesianGrid vertical={false} stroke="#e3e6ea" />
        <XAxis dataKey="date" tickFormatter={shortDate} minTickGap={16} />
        <YAxis yAxisId="day" allowDecimals={false} />
        <YAxis yAxisId="stock" orientation="right" allowDecimals={false} />
        <Tooltip labelFormatter={(date) => (typeof date === 'string' ? formatDate(date) : date)} />
        <Legend />
        <Bar
          yAxisId="day"
          dataKey="received"
          name={t('days.received')}
          fill={`url(#${HATCH})`}
          stroke={INK}
          isAnimationActive={false}
        >
          <LabelList
            dataKey={(day: Day) => labelOf(day, 'received')}
            position="top"
            fontSize={10}
          />
        </Bar>
        <Bar
          yAxisId="day"
          dataKey="issued"
          name={t('days.issued')}
          fill={INK}
          isAnimationActive={false}
        >
          <LabelList dataKey={(day: Day) => labelOf(day, 'issued')} position="top" fontSize={10} />
        </Bar>
        <Line
          yAxisId="stock"
          dataKey="stock"
          name={t('days.stock')}
          stroke={LACQUER}
          strokeWidth={2}
          strokeDasharray="5 3"
          dot={days.length <= MOST_DOTS && { r: 2.5, strokeDasharray: '' }}
          isAnimationActive={false}
        >
          <LabelList
            dataKey={(day: Day) => (day.date === last ? day.stock : null)}
            position="left"
            offset={10}
            fontWeight={600}
          />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  );
}
