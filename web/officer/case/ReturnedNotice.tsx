import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../../domain/case.ts';
import { reasonOf } from '../../pieces/actReason.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';
import { useCaseEvents } from '../../pieces/useCaseEvents.ts';

const GIVES_BACK: readonly string[] = ['return', 'recall'];

/** Why a case is back with its officer: who returned it, when and with what words. */
export function ReturnedNotice({ line }: { line: CaseLine }) {
  return line.step === 'EVALUATING' ? <LastReturn line={line} /> : null;
}

function LastReturn({ line: { caseId, rev } }: { line: CaseLine }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const last = useCaseEvents(caseId).data?.events.find((event) => event.rev === rev);
  if (last === undefined || !GIVES_BACK.includes(last.act)) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('returnedBy', {
        act: label('act', last.act),
        by: last.actorName,
        at: formatInstant(last.at),
      })}
      description={reasonOf(last)}
    />
  );
}
