import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../domain/permission.ts';
import type { FindingLine } from '../../domain/quality/finding.ts';
import { mendedBy } from '../../domain/quality/rules.ts';
import { useSession } from '../session.tsx';
import { mendPath } from './mendPath.ts';
import { Settle } from './Settle.tsx';

/** What the reader may do about a finding: the one act that mends it, or set it aside. */
export function FindingActs({ line }: { line: FindingLine }) {
  const { t } = useTranslation('quality');
  const { account } = useSession();
  const [settling, setSettling] = useState(false);
  const { about, state, unit, rule } = line;
  if (state === 'MENDED') return t('state.MENDED');
  const mine = unit === account.unit;
  const doneBy = about === 'SUPPLY' ? 'supply.receive' : 'record.propose';
  const mends = mine && state === 'OPEN' && mendedBy(rule) !== 'REPORT' && allows(account, doneBy);
  return (
    <div className="quality-acts">
      {mends ? (
        <Link to={mendPath(line)}>{t(`act.${mendedBy(rule)}`)}</Link>
      ) : (
        <span>{t(state === 'OPEN' ? `act.${mendedBy(rule)}` : 'state.SET_ASIDE')}</span>
      )}
      {mine && allows(account, 'finding.settle') && (
        <Button size="small" onClick={() => setSettling(true)}>
          {t(state === 'OPEN' ? 'setAside' : 'takeUp')}
        </Button>
      )}
      {settling && <Settle line={line} onClose={() => setSettling(false)} />}
    </div>
  );
}
