import { FileTextOutlined, WarningOutlined, WifiOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../domain/case.ts';
import { electronicState } from '../../domain/exchange/channelState.ts';
import type { TransferStep } from '../../domain/flow/transferState.ts';

/** Where both copies of a transfer are: the electronic one, and the paper where one goes by post too. */
export function ChannelStates({ line: { step, paperState } }: { line: CaseLine }) {
  const { t } = useTranslation('exchange');
  const electronic = electronicState(step as TransferStep);
  // Whether a paper goes by post is decided by sending.
  const isDecided = paperState !== null || !['NOT_SENT', 'GIVEN_UP'].includes(electronic);
  return (
    <ul className="plain-list channel-states">
      <li>
        <WifiOutlined aria-hidden /> {t('channels.electronicShort')}:{' '}
        {t(`electronicState.${electronic}`)}
      </li>
      {isDecided && (
        <li className={paperState === null ? 'muted' : ''}>
          {paperState === 'DIFFERS' ? (
            <WarningOutlined aria-hidden />
          ) : (
            <FileTextOutlined aria-hidden />
          )}{' '}
          {t('channels.paperShort')}: {t(`paperState.${paperState ?? 'NONE'}`)}
        </li>
      )}
    </ul>
  );
}
