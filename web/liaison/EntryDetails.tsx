import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConvictionDetails } from '../../domain/conviction/entry.ts';
import { readWords } from '../../domain/conviction/reading.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import { AfterwardsFields } from '../pieces/conviction/AfterwardsFields.tsx';
import { CrimeFields } from '../pieces/conviction/CrimeFields.tsx';
import { type DetailsForm, detailsOf, formOf } from '../pieces/conviction/detailsForm.ts';
import { PenaltyFields } from '../pieces/conviction/PenaltyFields.tsx';
import type { EntryDraft } from './answerDraft.ts';

interface EntryDetailsProps {
  entry: EntryDraft;
  /** Path of the details in the answer, such as `entries.0.details`. */
  place: string;
  problems: Readonly<Record<string, string>>;
  onChange: (details: ConvictionDetails | undefined) => void;
}

/** The facts of a judgment one by one, where the liaison has them; begun from what the words say. */
export function EntryDetails({ entry, place, problems, onChange }: EntryDetailsProps) {
  const { t } = useTranslation('liaison');
  if (entry.details === undefined) {
    return (
      <Button size="small" onClick={() => onChange(readWords(entry))}>
        {t('entry.details')}
      </Button>
    );
  }
  return (
    <section className="details-form desk-details" aria-label={t('entry.details')}>
      <p className="muted">{t('entry.detailsHint')}</p>
      <Fields
        name={`details-${entry.key}`}
        begun={entry.details}
        errors={errorsAt(place, problems)}
        onChange={onChange}
      />
      <Button type="link" onClick={() => onChange(undefined)}>
        {t('entry.detailsRemove')}
      </Button>
    </section>
  );
}

interface FieldsProps {
  name: string;
  begun: ConvictionDetails;
  /** Code of what is wrong by place, such as `principal.months`. */
  errors: Readonly<Record<string, string>>;
  onChange: (details: ConvictionDetails) => void;
}

/** The fields alone: they belong to the form of the answer, which sends them. */
function Fields({ name, begun, errors, onChange }: FieldsProps) {
  const { i18n } = useTranslation();
  const [form] = Form.useForm<DetailsForm>();
  const [first] = useState(begun);
  const fields = useRef<HTMLDivElement>(null);
  const said = JSON.stringify(errors);
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    const language = i18n.language === 'en' ? 'en' : 'vi';
    const wrong = Object.entries(JSON.parse(said) as Record<string, string>);
    const right = form.getFieldsError().map((field) => ({ name: field.name, errors: [] }));
    const fieldsNow = wrong.map(([path, code]) => ({
      name: namePathOf(path),
      errors: [(FIELD_TEXTS[code] ?? FIELD_TEXTS['WRONG_FORMAT'])?.[language] ?? code],
    }));
    form.setFields([...right, ...fieldsNow] as Parameters<typeof form.setFields>[0]);
  }, [form, said, i18n.language]);
  return (
    <Form<DetailsForm>
      form={form}
      name={name}
      component={false}
      layout="vertical"
      initialValues={formOf(first)}
      onValuesChange={(_, values) => onChange(detailsOf(values, first))}
    >
      <div ref={fields}>
        <CrimeFields />
        <PenaltyFields />
        <AfterwardsFields />
      </div>
    </Form>
  );
}

function namePathOf(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

/** What is wrong within the details at a place. */
function errorsAt(
  place: string,
  problems: Readonly<Record<string, string>>,
): Record<string, string> {
  const within = Object.entries(problems).filter(([path]) => path.startsWith(`${place}.`));
  return Object.fromEntries(within.map(([path, code]) => [path.slice(place.length + 1), code]));
}
