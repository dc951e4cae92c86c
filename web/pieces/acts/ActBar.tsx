import { App, Button, Tooltip } from 'antd';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActName, ACTS } from '../../../domain/acts.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { useLabel } from '../../words/index.ts';
import { useKeys } from '../useKeys.ts';
import { ActDialog } from './ActDialog.tsx';
import './acts.css';

export interface ActDialogProps {
  act: ActName;
  detail: CaseDetail;
  onClose: () => void;
}

interface ActBarProps {
  detail: CaseDetail;
  /** Dialogs of acts that need more than the generated form. */
  dialogs?: Partial<Record<ActName, ComponentType<ActDialogProps>>>;
  ended?: boolean;
  /** The act that leads here whatever the flow says, where the page knows more than the step. */
  leading?: ActName | undefined;
}

type Offered = CaseDetail['acts'][number];

function isAct(act: string): act is ActName {
  return Object.hasOwn(ACTS, act);
}

/**
 * The one primary act, the others beside it; a disabled one says why. Key `a` opens the primary act. A
 * case that has ended has no bar, but a dialog that is open keeps what was typed.
 */
export function ActBar({ detail, dialogs = {}, ended = false, leading }: ActBarProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [act, setAct] = useState<ActName | null>(null);
  const led = detail.acts.map((one) =>
    leading === undefined ? one : { ...one, primary: one.act === leading },
  );
  const acts = led.toSorted((a, b) => Number(b.primary) - Number(a.primary));
  // A step may have two ways on, such as posting and handing over: the one that is open leads.
  const first =
    acts.find(({ primary, refusal }) => primary && refusal === null) ??
    acts.find(({ primary }) => primary);
  const open = (offered: Offered): void => {
    if (isAct(offered.act)) setAct(offered.act);
  };
  useKeys({
    a: () => {
      if (first === undefined) return;
      if (first.refusal === null) open(first);
      else message.info(first.reason);
    },
  });
  const Dialog = act === null ? null : (dialogs[act] ?? ActDialog);
  return (
    <>
      {!ended && (
        <div className="act-bar" role="toolbar" aria-label={t('acts')}>
          {acts.length === 0 && <span className="muted">{t('noActs')}</span>}
          {acts.map((offered) => (
            <ActButton
              key={offered.act}
              offered={offered}
              first={offered === first}
              onOpen={open}
            />
          ))}
          <DisabledReasons acts={acts} />
        </div>
      )}
      {Dialog !== null && act !== null && (
        <Dialog act={act} detail={detail} onClose={() => setAct(null)} />
      )}
    </>
  );
}

interface ActButtonProps {
  offered: Offered;
  first: boolean;
  onOpen: (offered: Offered) => void;
}

const DANGEROUS: readonly string[] = [
  'refuse',
  'cancel',
  'recall',
  'abandon',
  'cancelReconciliation',
];

// A disabled act stays reachable by keyboard (aria-disabled), so that its reason can be heard.
function ActButton({ offered, first, onOpen }: ActButtonProps) {
  const label = useLabel();
  const disabled = offered.refusal !== null;
  const button = (
    <Button
      type={first && !disabled ? 'primary' : 'default'}
      danger={DANGEROUS.includes(offered.act)}
      aria-disabled={disabled}
      aria-describedby={disabled ? `why-${offered.act}` : undefined}
      className={disabled ? 'act-disabled' : ''}
      onClick={() => !disabled && onOpen(offered)}
    >
      {label('act', offered.act)} {first && <kbd className="on-button">a</kbd>}
    </Button>
  );
  return disabled ? <Tooltip title={offered.reason}>{button}</Tooltip> : button;
}

function DisabledReasons({ acts }: { acts: readonly Offered[] }) {
  const label = useLabel();
  const disabled = acts.filter(({ refusal }) => refusal !== null);
  if (disabled.length === 0) return null;
  return (
    <ul className="act-reasons">
      {disabled.map(({ act, reason }) => (
        <li key={act} id={`why-${act}`}>
          {label('act', act)}: {reason}
        </li>
      ))}
    </ul>
  );
}
