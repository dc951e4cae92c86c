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
import type { Board } from '../../domain/desk.ts';
import { formatDate } from '../pieces/format.ts';
import { INK, LACQUER } from '../theme.ts';

const HATCH = 'received-hatch';

/** `2023-09-30` as `30/09`, or the whole date where there is room. */
function shortDate(date: string): string {
  return formatDate(date).slice(0, 5);
}

/** Hatched and solid bars and a dashed line with points: told apart without colour. */
export function DaysChart({ days }: { days: Board['days'] }) {
  const { t } = useTranslation('supervisor');
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart data={days} accessibilityLayer={false} margin={{ left: -16, right: -8 }}>
        <defs>
          <pattern
            id={HATCH}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="#fff" />
            <rect width="2" height="5" fill={INK} />
          </pattern>
        </defs>
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
        />
        <Bar
          yAxisId="day"
          dataKey="issued"
          name={t('days.issued')}
          fill={INK}
          isAnimationActive={false}
        />
        <Line
          yAxisId="stock"
          dataKey="stock"
          name={t('days.stock')}
          stroke={LACQUER}
          strokeWidth={2}
          strokeDasharray="5 3"
          dot={{ r: 2.5, strokeDasharray: '' }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
