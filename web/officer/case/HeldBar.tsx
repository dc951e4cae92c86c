import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { HeldTime } from '../../../domain/case.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import { useAmount } from '../../pieces/TimeLeft.tsx';
import { useLabel } from '../../words/index.ts';

type Held = z.infer<typeof HeldTime>;

const SHADES = ['#1f4b73', '#7a8fa6', '#9a5b00', '#2b6b3f', '#6b4c8a', '#8a3a3d', '#4d6b70'];

/** Who held the case's time, one bar of 100 % with the same in a table below it. */
export function HeldBar({ held }: { held: readonly Held[] }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const amountOf = useAmount();
  // The holder is a role, or the step in which the case waited for somebody outside.
  const nameOf = (code: string): string => {
    const role = label('role', code);
    return role === code ? label('step', code) : role;
  };
  const percentOf = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const rows = held.map((one, index) => ({
    ...one,
    shade: SHADES[index % SHADES.length],
    key: index,
  }));
  return (
    <section aria-label={t('whoHeld')} className="clock-block">
      <h3>{t('whoHeld')}</h3>
      <div className="held-bar" aria-hidden>
        {rows.map(({ key, share, shade }) => (
          <span key={key} style={{ width: `${share * 100}%`, background: shade }} />
        ))}
      </div>
      <Table
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: t('heldBy'),
            key: 'label',
            render: (_, { label: name, shade }) => (
              <>
                <span className="held-key" style={{ background: shade }} aria-hidden />{' '}
                {nameOf(name)}
              </>
            ),
          },
          { title: t('heldFor'), key: 'ms', render: (_, { ms }) => amountOf(ms, DAY_MS) },
          {
            title: t('share'),
            key: 'share',
            align: 'right',
            render: (_, { share }) => percentOf(share),
          },
        ]}
      />
    </section>
  );
}
