import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseLine } from '../../../domain/case.ts';
import { useKeys } from '../../pieces/useKeys.ts';

interface ListActs {
  claim: (caseId: string) => void;
  nextWork: () => void;
  help: () => void;
}

/** The row the keyboard stands on: j/k move, Enter opens, c claims, n next work, ? help. */
export function useListKeys(cases: readonly CaseLine[], { claim, nextWork, help }: ListActs) {
  const navigate = useNavigate();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const index = cases.findIndex(({ caseId }) => caseId === currentId);
  const move = (by: number): void => {
    const place = Math.min(Math.max(index + by, 0), cases.length - 1);
    const caseId = cases[place]?.caseId ?? null;
    setCurrentId(caseId);
    document.querySelector(`[data-case="${caseId}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const withCurrent = (act: (caseId: string) => void) => () => {
    const current = cases[index] ?? cases[0];
    if (current !== undefined) act(current.caseId);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: withCurrent((caseId) => void navigate(`/ho-so/${caseId}`)),
    c: withCurrent(claim),
    n: nextWork,
    '?': help,
  });
  return { currentId, setCurrentId };
}
