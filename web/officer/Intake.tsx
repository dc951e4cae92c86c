import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { ActReply } from '../../domain/acts.ts';
import { type ApplicationSubmission, missingPapers } from '../../domain/application.ts';
import type { ReceivedPaper } from '../../domain/flow/applicationState.ts';
import { ApplicationReceived } from '../../domain/intake.ts';
import { PAPER_NAMES } from '../../domain/wording/papers.ts';
import { ApiProblem, send } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';
import { useTyped } from '../shell/Unsaved.tsx';
import { useSession } from '../session.tsx';
import { useLanguage } from '../words/index.ts';
import { useSteadyKey } from '../steadyKey.ts';
import { Duplicates, IdWarnings, LikelyRegime } from './intake/Checks.tsx';
import { DeliverySection, PapersSection } from './intake/DeliverySection.tsx';
import { useDuplicates } from './intake/duplicates.ts';
import { errorsFromReply, errorsFromSchema, type FieldError } from './intake/fieldErrors.ts';
import './intake/intake.css';
import { mirrorResidence } from './intake/mirror.ts';
import { RequestSection } from './intake/RequestSection.tsx';
import { SubjectSection } from './intake/SubjectSection.tsx';
import { FRESH, type IntakeValues, submissionFrom } from './intake/values.ts';

/** Revision of a case that was just opened. */
const FIRST_REV = 1;

/** `/tiep-nhan`: one page, personal ID first, Ctrl+Enter saves; ends with the receipt. */
export default function IntakePage() {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const { account } = useSession();
  const [form] = Form.useForm<IntakeValues>();
  const [wrong, setWrong] = useState<FieldError[]>([]);
  const show = (errors: FieldError[]): void => {
    clearErrors(form);
    form.setFields(errors as Parameters<typeof form.setFields>[0]);
    setWrong(errors);
    const first = errors[0];
    if (first !== undefined) form.scrollToField(first.name, { focus: true, block: 'center' });
  };
  const saving = useSaving((errors) => show(errors));
  const typed = useTyped(saving.isPending);
  const mirrored = useRef('');
  const onChange = ({ subject = {}, accept, askSupplement }: IntakeValues): void => {
    typed();
    if (accept === true) form.setFieldValue('askSupplement', false);
    if (askSupplement === true) form.setFieldValue('accept', false);
    const follows = 'permanentResidence' in subject || 'birthDate' in subject;
    if (follows) mirrored.current = mirrorResidence(form, mirrored.current);
  };
  const isEmpty = (name: FieldError['name']): boolean => {
    const value: unknown = form.getFieldValue(name as never);
    return value === undefined || value === null || value === '';
  };
  const submit = (): void => {
    if (saving.isPending) return;
    const values = form.getFieldsValue(true) as IntakeValues;
    const checked = submissionFrom(values, account.unit);
    show(checked.success ? [] : errorsFromSchema(checked.error, isEmpty, language));
    if (!checked.success) return;
    saving.mutate({ submission: checked.data, askSupplement: values.askSupplement === true });
  };
  return (
    <>
      <h1>{t('intakeTitle')}</h1>
      <Form<IntakeValues>
        form={form}
        name="intake"
        layout="vertical"
        initialValues={FRESH}
        disabled={saving.isPending}
        className="intake"
        onValuesChange={onChange}
      >
        <div className="intake-form">
          <SubjectSection />
          <RequestSection />
          <DeliverySection />
          <PapersSection />
        </div>
        <aside className="intake-checks">
          <IntakeChecks wrong={wrong.length} error={saving.error} onSubmit={submit} />
        </aside>
      </Form>
    </>
  );
}

function clearErrors(form: ReturnType<typeof Form.useForm<IntakeValues>>[0]): void {
  const marked = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  form.setFields(marked.map(({ name }) => ({ name: name as never, errors: [] })));
}

interface Saving {
  submission: ApplicationSubmission;
  askSupplement: boolean;
}

/**
 * Saves a submission once and opens its receipt, or shows at which inputs the server refuses it. Asks for what is
 * missing if so wished; where that fails the dossier is received all the same, and its page asks.
 */
function useSaving(onRefused: (errors: FieldError[]) => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const { t } = useTranslation('intake');
  const { message } = App.useApp();
  return useMutation({
    async mutationFn({ submission, askSupplement }: Saving) {
      const received = await send('POST', '/applications', submission, ApplicationReceived, {
        idempotencyKey: keyOf(submission),
      });
      const isAsked = !askSupplement || (await askFor(missingPapers(submission), received));
      return { received, isAsked };
    },
    async onSuccess({ received, isAsked }) {
      if (!isAsked) message.warning(t('supplementNotAsked'));
      void client.invalidateQueries({ queryKey: ['worklist'] });
      await navigate(`/bien-nhan/${received.caseId}`, { state: received });
    },
    onError(error) {
      if (error instanceof ApiProblem) onRefused(errorsFromReply(error.fields));
    },
  });
}

/** Ask for the missing papers of a dossier just received; false where that could not be done now. */
async function askFor(
  missing: readonly ReceivedPaper[],
  { caseId, opened }: z.infer<typeof ApplicationReceived>,
): Promise<boolean> {
  if (missing.length === 0) return true;
  // A case that is still being opened takes no act yet.
  if (!opened) return false;
  const names = missing.map((paper) => PAPER_NAMES[paper]);
  const asked = {
    act: 'requestSupplement',
    expectedRev: FIRST_REV,
    paper: { missing: names.join('; ') },
  };
  return send('POST', `/cases/${caseId}/acts`, asked, ActReply).then(
    () => true,
    () => false, // the person is told, and the page of the case offers it again
  );
}

interface IntakeChecksProps {
  wrong: number;
  error: Error | null;
  onSubmit: () => void;
}

function IntakeChecks({ wrong, error, onSubmit }: IntakeChecksProps) {
  const { t } = useTranslation('officer');
  const [compared, setCompared] = useState(false);
  const [asked, setAsked] = useState(false);
  const { data } = useDuplicates();
  const candidates = data?.candidates ?? [];
  const held = candidates.length > 0 && !compared;
  const save = (): void => {
    setAsked(held);
    if (!held) onSubmit();
  };
  useConfirmKey(save);
  return (
    <>
      <LikelyRegime />
      <IdWarnings />
      <Duplicates candidates={candidates} compared={compared} onCompared={setCompared} />
      {asked && held && <Alert type="error" showIcon role="alert" title={t('duplicateNeeded')} />}
      {wrong > 0 && (
        <Alert type="error" showIcon role="alert" title={t('fieldsWrong', { count: wrong })} />
      )}
      <ProblemAlert error={error} />
      <Button type="primary" size="large" block onClick={save}>
        {t('submitIntake')} <kbd className="on-button">Ctrl+Enter</kbd>
      </Button>
    </>
  );
}
