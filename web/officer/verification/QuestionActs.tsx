import { Button, Space } from 'antd';
import { useState } from 'react';
import type { AskedQuestion, CaseDetail } from '../../../domain/case.ts';
import { ActDialog } from '../../pieces/acts/ActDialog.tsx';
import { QUESTION_ACTS, questionsFor } from '../../pieces/acts/questionsFor.ts';
import { useLabel } from '../../words/index.ts';

type QuestionAct = (typeof QUESTION_ACTS)[number];

/** What can be done on this question now; why something cannot stands in the bar of acts above. */
export function QuestionActs({
  question,
  detail,
}: {
  question: AskedQuestion;
  detail: CaseDetail;
}) {
  const label = useLabel();
  const [act, setAct] = useState<QuestionAct | null>(null);
  const { requestId } = question;
  const acts = QUESTION_ACTS.filter(
    (name) =>
      detail.acts.some((offered) => offered.act === name && offered.refusal === null) &&
      questionsFor(name, detail).some((each) => each.requestId === requestId),
  );
  if (acts.length === 0) return null;
  const answerId = detail.earlierAnswers.find((each) => each.requestId === requestId)?.answerId;
  return (
    <Space wrap className="question-acts">
      {acts.map((name) => (
        <Button key={name} size="small" onClick={() => setAct(name)}>
          {label('act', name)}
        </Button>
      ))}
      {act !== null && (
        <ActDialog
          act={act}
          detail={detail}
          initial={act === 'reuseAnswer' ? { requestId, answerId } : { requestId }}
          onClose={() => setAct(null)}
        />
      )}
    </Space>
  );
}
