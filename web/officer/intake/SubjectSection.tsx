import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { GENDERS, PersonalId } from '../../../domain/personalId.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { DocumentRows } from './DocumentRows.tsx';
import { AddressFields, CodeField, Field, NationalityField, TextField } from './inputs.tsx';
import { ResidenceRows } from './ResidenceRows.tsx';

/** The person whose record is certified: personal ID first, the rest in the order of the form. */
export function SubjectSection() {
  const { t } = useTranslation('officer');
  return (
    <fieldset>
      <legend>{t('sectionSubject')}</legend>
      <div className="fields">
        <PersonalIdField />
        <TextField name={['subject', 'fullName']} label={t('fullName')} required maxLength={100} />
        <Field name={['subject', 'birthDate']} label={t('birthDate')} required>
          <DateInput precision="partial" />
        </Field>
        <CodeField
          name={['subject', 'gender']}
          label={t('gender')}
          group="gender"
          codes={GENDERS}
          required
        />
        <TextField name={['subject', 'birthPlace']} label={t('birthPlace')} required />
        <NationalityField name={['subject', 'nationality']} label={t('nationality')} required />
        <TextField name={['subject', 'ethnicity']} label={t('ethnicity')} maxLength={50} />
        <Field name={['subject', 'otherNames']} label={t('otherNames')} hint={t('otherNamesHint')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={5} />
        </Field>
        <TextField name={['subject', 'fatherName']} label={t('fatherName')} maxLength={100} />
        <TextField name={['subject', 'motherName']} label={t('motherName')} maxLength={100} />
        <ParentsUnknown />
        <TextField name={['subject', 'spouseName']} label={t('spouseName')} maxLength={100} />
        <Field name={['subject', 'phone']} label={t('phone')}>
          <Input inputMode="tel" maxLength={13} autoComplete="off" />
        </Field>
        <Field name={['subject', 'email']} label={t('email')}>
          <Input inputMode="email" maxLength={200} autoComplete="off" />
        </Field>
        <AddressFields name={['subject', 'permanentResidence']} label={t('permanentResidence')} />
        <AddressFields name={['subject', 'temporaryResidence']} label={t('temporaryResidence')} />
        <Form.Item
          name={['subject', 'hasMilitaryService']}
          valuePropName="checked"
          className="wide"
        >
          <Checkbox>{t('military')}</Checkbox>
        </Form.Item>
      </div>
      <DocumentRows />
      <ResidenceRows />
    </fieldset>
  );
}

// The fourth digit carries century and gender: what the ID says need not be typed.
function PersonalIdField() {
  const { t } = useTranslation('officer');
  const form = Form.useFormInstance();
  const typed = (text: string): void => {
    const gender = ['subject', 'gender'];
    if (!PersonalId.safeParse(text).success || form.getFieldValue(gender)) return;
    form.setFieldValue(gender, Number(text[3]) % 2 === 0 ? 'MALE' : 'FEMALE');
  };
  return (
    <Field name={['subject', 'personalId']} label={t('personalId')} hint={t('personalIdHint')}>
      <Input
        autoFocus
        inputMode="numeric"
        maxLength={12}
        autoComplete="off"
        onChange={({ target }) => typed(target.value)}
      />
    </Field>
  );
}

// Asked only where it may be said: a name is missing.
function ParentsUnknown() {
  const { t } = useTranslation('officer');
  const father = Form.useWatch<string | undefined>(['subject', 'fatherName']) ?? '';
  const mother = Form.useWatch<string | undefined>(['subject', 'motherName']) ?? '';
  if (father.trim() !== '' && mother.trim() !== '') return null;
  return (
    <TextField
      name={['subject', 'parentsUnknown']}
      label={t('parentsUnknown')}
      hint={t('parentsUnknownHint')}
    />
  );
}
