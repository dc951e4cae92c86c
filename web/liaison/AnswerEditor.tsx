import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActReply } from '../../domain/acts.ts';
import type { AnswerForm, DeskRequest } from '../../domain/desk.ts';
import { dateOf } from '../../domain/instant.ts';
import { send } from '../api.ts';
import { useBusinessNow } from '../facts.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSteadyKey } from '../steadyKey.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { type AnswerDraft, readDraft } from './answerDraft.ts';
import { useQuestionWords } from './questionWords.ts';
import { ScanFields } from './ScanFields.tsx';
import { SecondConfirmation } from './SecondConfirmation.tsx';

interface AnswerEditorProps {
  draft: AnswerDraft;
  onDraft: (next: (now: AnswerDraft) => AnswerDraft) => void;
  request: DeskRequest;
  replaces: boolean;
  onCancel: () => void;
  onAnswered: () => void;
}

/** What the chosen answer needs, and its sending; "record found" is read again and confirmed twice. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { draft, onDraft, request, replaces, onCancel, onAnswered } = props;
  const { outcome } = draft;
  const { t } = useTranslation('liaison');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [toConfirm, setToConfirm] = useState<AnswerForm | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const now = useBusinessNow(60_000);
  const { mutate, isPending, error } = useSending(request, onAnswered);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDraft(draft, { replaces, today: dateOf(now) });
    setProblems('problems' in read ? read.problems : {});
    if ('problems' in read || isPending) return;
    if (outcome === 'RECORD_FOUND') setToConfirm(read.answer);
    else mutate(read.answer);
  };
  if (toConfirm !== null) {
    return (
      <SecondConfirmation
        answer={toConfirm}
        person={request.person}
        pending={isPending}
        error={error}
        onConfirm={() => mutate(toConfirm)}
        onEdit={() => setToConfirm(null)}
      />
    );
  }
  return (
    <form ref={form} noValidate onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <AnswerFields draft={draft} problems={problems} onChange={(next) => onDraft(() => next)} />
      <ScanFields
        requestId={request.verification.requestId}
        scans={draft.scans}
        onAdd={(scan) => onDraft((now) => ({ ...now, scans: [...now.scans, scan] }))}
        onRemove={(id) =>
          onDraft((now) => ({ ...now, scans: now.scans.filter((scan) => scan.id !== id) }))
        }
      />
      <ProblemAlert error={error} />
      <div className="desk-buttons">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t(outcome === 'RECORD_FOUND' ? 'answer.first' : 'answer.send')}
        </Button>
        <Button onClick={onCancel}>{t('answer.cancel')}</Button>
      </div>
    </form>
  );
}

function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Sends an answer; the same answer sent again by hand keeps its key, so it arrives once. */
function useSending({ verification, person }: DeskRequest, onAnswered: () => void) {
  const { t } = useTranslation('liaison');
  const { outcome: called } = useQuestionWords(verification.kind);
  const { message } = App.useApp();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (answer: AnswerForm) => {
      const body = { requestId: verification.requestId, answer };
      return send('POST', '/verifications/answers', body, ActReply, {
        idempotencyKey: keyOf(body),
      });
    },
    onSuccess: (_, { outcome }) => {
      const words = { outcome: called(outcome), name: person.fullName };
      void message.success(t('answer.sent', words));
      onAnswered();
    },
  });
}
