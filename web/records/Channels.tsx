import { CheckCircleOutlined, DiffOutlined } from '@ant-design/icons';
import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Difference } from '../../domain/exchange/compare.ts';
import type { PaperShown } from '../../domain/exchange/transferPage.ts';
import { formatInstant } from '../pieces/format.ts';
import { useLabel } from '../words/index.ts';

/** Where the paper is, and in which fields it differs from the electronic copy, side by side. */
export function Channels({ paper }: { paper: z.infer<typeof PaperShown> }) {
  const { t } = useTranslation('exchange');
  const label = useLabel();
  const { postedAt, postalNumber, arrivedAt, differences, open, ruling } = paper;
  const posted =
    postedAt === null
      ? t('channels.notPosted')
      : t('channels.posted', { at: formatInstant(postedAt), number: postalNumber ?? '–' });
  const arrived =
    arrivedAt === null
      ? t('channels.notArrived')
      : t('channels.arrived', { at: formatInstant(arrivedAt) });
  return (
    <section aria-labelledby="channels-title">
      <h2 id="channels-title">{t('channels.title')}</h2>
      <p>
        {posted} · {arrived}
      </p>
      {open && (
        <Alert
          type="warning"
          showIcon
          className="records-notice"
          title={t('channels.differ', { count: differences.length })}
        />
      )}
      {arrivedAt !== null && differences.length === 0 && (
        <p>
          <CheckCircleOutlined aria-hidden /> {t('channels.same')}
        </p>
      )}
      {ruling !== null && <p>{t('channels.settled', { ruling: label('rightCopy', ruling) })}</p>}
      {differences.length > 0 && <Differences differences={differences} />}
    </section>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation('exchange');
  const fieldName = useFieldName();
  const { t: said } = useTranslation('records');
  const value = (text: string | null) => text ?? <span className="muted">{said('none')}</span>;
  return (
    <Table<Difference>
      size="small"
      rowKey="path"
      aria-label={t('channels.differ', { count: differences.length })}
      pagination={false}
      dataSource={[...differences]}
      columns={[
        {
          title: t('channels.field'),
          key: 'field',
          render: (_, { path }) => (
            <>
              <DiffOutlined aria-hidden /> {fieldName(path)}
            </>
          ),
        },
        {
          title: t('channels.electronic'),
          dataIndex: 'electronic',
          render: value,
          className: 'records-copy',
        },
        {
          title: t('channels.paper'),
          dataIndex: 'paper',
          render: value,
          className: 'records-copy',
        },
      ]}
    />
  );
}

/** The form's own name of a field, with its place in a list where it is in one. */
function useFieldName(): (path: string) => string {
  const { t } = useTranslation('records');
  return (path) => {
    const [area = '', name, place] = path.split('.');
    const said = t(name === undefined ? area : `${area}.${name}`);
    return place === undefined ? said : `${said} ${Number(place) + 1}`;
  };
}
