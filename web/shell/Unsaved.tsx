import { Modal } from 'antd';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

interface Unsaved {
  /** Forms in which something stands that is not saved, and whether it outlives another query of the same path. */
  typed: Map<string, { staysWithPath: boolean }>;
  ask: (goOn: () => void) => void;
}

const UnsavedContext = createContext<Unsaved>({ typed: new Map(), ask: (goOn) => goOn() });

/** Asks before a page is left on which a form says that something typed is not saved (`useTyped`), whichever way. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ goOn: () => void } | null>(null);
  const [typed] = useState(() => new Map<string, { staysWithPath: boolean }>());
  const unsaved = useMemo(
    () => ({ typed, ask: (goOn: () => void) => setAsked({ goOn }) }),
    [typed],
  );
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const samePath = currentLocation.pathname === nextLocation.pathname;
    return [...typed.values()].some(({ staysWithPath }) => !(staysWithPath && samePath));
  });
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (typed.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [typed]);
  const leave = (): void => {
    setAsked(null);
    if (blocker.state === 'blocked') blocker.proceed();
    asked?.goOn();
  };
  const stay = (): void => {
    setAsked(null);
    if (blocker.state === 'blocked') blocker.reset();
  };
  return (
    <UnsavedContext value={unsaved}>
      {children}
      <Modal
        open={blocker.state === 'blocked' || asked !== null}
        title={t('unsaved.title')}
        okText={t('unsaved.leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('unsaved.stay')}
        onOk={leave}
        onCancel={stay}
      >
        <p>{t('unsaved.text')}</p>
      </Modal>
    </UnsavedContext>
  );
}

/**
 * For a form: call what is given when something is typed. While it is being saved nothing holds the
 * page, so that a saved form can lead on.
 */
export function useTyped(isSaving: boolean): () => void {
  const [isTyped, setTyped] = useState(false);
  useUnsaved(isTyped && !isSaving);
  return () => setTyped(true);
}

/**
 * For a page that knows itself whether something typed on it is not saved. `staysWithPath`: it is lost
 * by leaving the page only, not by another query in its address.
 */
export function useUnsaved(holds: boolean, { staysWithPath = false } = {}): void {
  const id = useId();
  const { typed } = useContext(UnsavedContext);
  useEffect(() => {
    if (holds) typed.set(id, { staysWithPath });
    return () => void typed.delete(id);
  }, [holds, id, staysWithPath, typed]);
}

/** For a dialog or what else ends a form without leading away: goes on at once, or after asking. */
export function useLeave(): (goOn: () => void) => void {
  const { typed, ask } = useContext(UnsavedContext);
  return (goOn) => (typed.size > 0 ? ask(goOn) : goOn());
}
