import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../domain/text.ts';
import { useNamedOffence } from '../useNamedOffence.ts';

interface Typed {
  offence?: string;
  provision?: string;
  judgmentDate?: string;
  details?: { offences: readonly { code: string | null }[] };
}

/** Asked only where the words of a judgment name no entry of the catalogue: why the certificate carries them. */
export function OffenceField({ index }: { index: number }) {
  const { t } = useTranslation('catalogue');
  const typed = Form.useWatch<Typed | undefined>(['entries', index]) ?? {};
  const coded = typed.details?.offences.every(({ code }) => code !== null) ?? false;
  const dated = CalendarDate.safeParse(typed.judgmentDate).success;
  const words = { offence: typed.offence?.trim() ?? '', provision: typed.provision?.trim() ?? '' };
  const asked = !coded && dated && words.offence !== '' && words.provision !== '';
  const named = useNamedOffence({ ...words, on: typed.judgmentDate ?? '' }, asked);
  if (!asked || named !== false) return null;
  return (
    <Form.Item
      name={[index, 'offenceAsSaid']}
      label={t('offence.asSaid')}
      extra={t('offence.asSaidHint')}
      className="entry-by-rules"
    >
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
