import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PAPER_STATES, type PaperState } from '../../domain/exchange/channelState.ts';

interface PaperChoiceProps {
  value: PaperState | null;
  onChange: (value: PaperState | null) => void;
}

/** Only transfers whose paper is there. */
export function PaperChoice({ value, onChange }: PaperChoiceProps) {
  const { t } = useTranslation('exchange');
  return (
    <Select<PaperState | ''>
      aria-label={t('channels.filter')}
      className="records-paper-choice"
      value={value ?? ''}
      popupMatchSelectWidth={false}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      options={[
        { value: '', label: t('channels.anyPaper') },
        ...PAPER_STATES.map((one) => ({
          value: one,
          label: `${t('channels.paperShort')}: ${t(`paperState.${one}`)}`,
        })),
      ]}
    />
  );
}
