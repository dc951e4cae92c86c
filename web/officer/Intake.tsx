import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { ApplicationReceived } from '../../domain/intake.ts';
import { ApiProblem, send } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';
import { useTyped } from '../shell/Unsaved.tsx';
import { useSession } from '../session.tsx';
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

/** `/tiep-nhan`: one page, personal ID first, Ctrl+Enter saves; ends with the receipt. */
export default function IntakePage() {
  const { t } = useTranslation('officer');
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
  const onChange = ({ subject = {} }: IntakeValues): void => {
    typed();
    const follows = 'permanentResidence' in subject || 'birthDate' in subject;
    if (follows) mirrored.current = mirrorResidence(form, mirrored.current);
  };
  const isEmpty = (name: FieldError['name']): boolean => {
    const value: unknown = form.getFieldValue(name as never);
    return value === undefined || value === null || value === '';
  };
  const submit = (): void => {
    if (saving.isPending) return;
    const checked = submissionFrom(form.getFieldsValue(true) as IntakeValues, account.unit);
    show(checked.success ? [] : errorsFromSchema(checked.error, isEmpty, t));
    if (checked.success) saving.mutate(checked.data);
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

/** Saves a submission once, opens its receipt, or shows at which inputs the server refuses it. */
function useSaving(onRefused: (errors: FieldError[]) => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (submission: ApplicationSubmission) =>
      send('POST', '/applications', submission, ApplicationReceived, {
        idempotencyKey: keyOf(submission),
      }),
    async onSuccess(received) {
      void client.invalidateQueries({ queryKey: ['worklist'] });
      await navigate(`/bien-nhan/${received.caseId}`, { state: received });
    },
    onError(error) {
      if (error instanceof ApiProblem) onRefused(errorsFromReply(error.fields));
    },
  });
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
