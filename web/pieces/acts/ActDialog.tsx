import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ACTS, type ActName } from '../../../domain/acts.ts';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import { useLabel } from '../../words/index.ts';
import { useLeave, useTyped } from '../../shell/Unsaved.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { SubjectName } from '../SubjectName.tsx';
import { useConfirmKey } from '../useConfirmKey.ts';
import type { ActDialogProps } from './ActBar.tsx';
import { ActField } from './ActField.tsx';
import { prefilled } from './prefilled.ts';
import { DraftSources } from './DraftSources.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { type ActPayload, useAct } from './useAct.ts';

type Values = Record<string, unknown>;

/** Names of the fields an act asks for, as its schemas in the domain say. */
function fieldsOf(act: ActName): { codes: string[]; paper: string[] } {
  const { codes, paper } = ACTS[act];
  return { codes: Object.keys(codes.shape), paper: paper === null ? [] : Object.keys(paper.shape) };
}

function payloadOf(act: ActName, values: Values): ActPayload {
  const { codes, paper } = fieldsOf(act);
  const pick = (names: string[]): Values =>
    Object.fromEntries(names.map((name) => [name, values[name]]));
  const entries = values['entries'] as Values[] | undefined;
  const judged = entries?.map((entry) => ({ ...entry, expungedOn: entry['expungedOn'] || null }));
  const grounds = act === 'classify' && values['regime'] !== 'COMPLEX' ? { grounds: [] } : {};
  return {
    act,
    codes: { ...pick(codes), ...grounds },
    ...(ACTS[act].paper !== null && {
      paper: { ...pick(paper), ...(judged && { entries: judged }) },
    }),
  };
}

/** The dialog itself takes the focus when it opens; typing starts in its first input. */
function focusFirst(): void {
  document.querySelector<HTMLElement>('.act-form input, .act-form textarea')?.focus();
}

interface PreparedProps extends ActDialogProps {
  /** Values that stand in the form before anything is typed, over those the case itself brings. */
  initial?: Values;
  /** What the rules make of the judgments, to decide beside. */
  evaluated?: CaseEvaluation;
}

/** Asks what an act needs, generated from the act's own schemas, and does it. Ctrl+Enter confirms. */
export function ActDialog({ act, detail, onClose, initial = {}, evaluated }: PreparedProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  const { caseId, subjectName } = detail.line;
  const acting = useAct(detail, onClose);
  const typed = useTyped(acting.isPending);
  const leave = useLeave();
  useConfirmKey(() => !acting.isPending && form.submit());
  const { codes, paper } = fieldsOf(act);
  const fields = [...codes, ...paper];
  return (
    <Modal
      open
      width={act === 'draft' ? 960 : 560}
      title={label('act', act)}
      onCancel={() => leave(onClose)}
      afterOpenChange={(open) => open && focusFirst()}
      maskClosable={fields.length === 0}
      footer={
        <>
          <Button onClick={() => leave(onClose)}>{t('back')}</Button>
          <Button
            type="primary"
            loading={acting.isPending}
            autoFocus={fields.length === 0}
            onClick={() => form.submit()}
          >
            {label('act', act)} <kbd className="on-button">Ctrl+Enter</kbd>
          </Button>
        </>
      }
    >
      <p className="muted">
        <span className="case-number">{caseId}</span> · <SubjectName name={subjectName} />
      </p>
      {act === 'draft' && <DraftSources detail={detail} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        disabled={acting.isPending}
        initialValues={{ ...prefilled(act, detail), ...initial }}
        onValuesChange={typed}
        onFinish={(values) => acting.mutate(payloadOf(act, values))}
      >
        {fields.length === 0 && <p>{t('actConfirm', { act: label('act', act) })}</p>}
        {fields.map((name, index) => (
          <ActField
            key={name}
            act={act}
            name={name}
            detail={detail}
            first={index === 0}
            evaluated={evaluated}
          />
        ))}
      </Form>
      <StaleNotice act={act} detail={detail} stale={acting.stale} onAgain={form.submit} />
      <ProblemAlert error={acting.error} />
    </Modal>
  );
}
