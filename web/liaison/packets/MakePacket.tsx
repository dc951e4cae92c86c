import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, InputNumber, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DESK_DUES, DESK_HOLDERS } from '../../../domain/desk.ts';
import { MOST_IN_PACKET, PACKET_DAYS, type PacketOrder } from '../../../domain/packet.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useDownload } from '../../pieces/useDownload.ts';
import { filesOf } from './downloads.ts';
import { usePacketChanges } from './query.ts';

const ANY = 'any';

/** Chooses open requests, has them signed as a packet and downloads packet and sheet. */
export function MakePacket() {
  const { t } = useTranslation('packets');
  const { t: deskWord } = useTranslation('liaison');
  const { message } = App.useApp();
  const fetchFile = useDownload();
  const [order, setOrder] = useState<Pick<PacketOrder, 'due' | 'held' | 'most'>>({
    most: MOST_IN_PACKET,
  });
  const { make } = usePacketChanges();
  const running = useRef(false);
  const begin = (): void => {
    // The second click of two comes before the button is drawn as busy.
    if (running.current) return;
    running.current = true;
    make.mutate(order, {
      onSuccess: ({ id, requests }) => {
        void message.success(t('make.done', { count: requests }));
        fetchFile(filesOf(id));
      },
      onSettled: () => {
        running.current = false;
      },
    });
  };
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: deskWord(`${group}.${value}`) }));
  return (
    <section aria-labelledby="make-packet" className="packets-way">
      <h2 id="make-packet">{t('make.title')}</h2>
      <p className="muted">{t('make.lead', { days: PACKET_DAYS })}</p>
      <div className="packets-fields">
        <Select
          aria-label={deskWord('dueLabel')}
          value={order.due ?? ANY}
          options={optionsOf('due', [ANY, ...DESK_DUES])}
          onChange={(due) => setOrder({ ...order, due: DESK_DUES.find((one) => one === due) })}
        />
        <Select
          aria-label={deskWord('heldLabel')}
          value={order.held ?? ANY}
          options={optionsOf('held', [ANY, ...DESK_HOLDERS])}
          onChange={(held) =>
            setOrder({ ...order, held: DESK_HOLDERS.find((one) => one === held) })
          }
        />
        <label>
          {t('make.most')}{' '}
          <InputNumber
            min={1}
            max={MOST_IN_PACKET}
            value={order.most}
            onChange={(most) => setOrder({ ...order, most: most ?? MOST_IN_PACKET })}
          />
        </label>
      </div>
      <ProblemAlert error={make.error} />
      <Button icon={<DownloadOutlined aria-hidden />} loading={make.isPending} onClick={begin}>
        {t('make.button')}
      </Button>
    </section>
  );
}
