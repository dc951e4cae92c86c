import {
  CheckCircleOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { LineState } from '../../../domain/integration.ts';

const SIGNS = {
  UP: CheckCircleOutlined,
  FAILING: WarningOutlined,
  LEFT_ALONE: PauseCircleOutlined,
  NOT_TRIED: MinusCircleOutlined,
} as const;

/** How a line is: a sign and a word, with the last trouble's code. */
export function LineMark({ line, code }: { line: LineState; code: string | null }) {
  const { t } = useTranslation('integrations');
  const Sign = SIGNS[line];
  return (
    <span className="line-mark" data-line={line}>
      <Sign aria-hidden /> {t(`line.${line}`)}
      {code !== null && line !== 'UP' && code !== line && <code>{code}</code>}
    </span>
  );
}
