import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ENCODINGS } from '../../domain/offence/encodings.ts';
import { CATALOGUE_FILES } from '../../domain/uploads.ts';
import { FileDrop } from '../pieces/upload/FileDrop.tsx';
import { UploadProblem } from '../pieces/upload/UploadProblem.tsx';
import { useImport } from './query.ts';

const RECOGNISE = 'RECOGNISE';

/** Takes a list and leads to its preview; nothing is in force by it. */
export function ImportForm() {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [encoding, setEncoding] = useState<string>(RECOGNISE);
  const { mutate, isPending, error, reset } = useImport();
  const ready = file !== null && title.trim() !== '';
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    reset();
  };
  const submit = (): void => {
    if (file === null || !ready) return;
    const chosen = {
      file,
      title: title.trim(),
      encoding: encoding === RECOGNISE ? null : encoding,
    };
    mutate(chosen, { onSuccess: ({ release }) => void navigate(`/danh-muc/ban/${release.id}`) });
  };
  return (
    <section aria-labelledby="import-list" className="catalogue-import">
      <h2 id="import-list">{t('import.title')}</h2>
      <p className="muted">{t('import.lead')}</p>
      <FileDrop
        rule={CATALOGUE_FILES}
        files={file === null ? [] : [file]}
        onChange={(chosen) => choose(chosen[0] ?? null)}
        label={t('import.choose')}
      />
      <div className="catalogue-filters">
        <label className="catalogue-field">
          {t('import.name')}
          <Input
            value={title}
            maxLength={200}
            placeholder={t('import.nameHint')}
            onChange={({ target }) => setTitle(target.value)}
            onPressEnter={submit}
          />
        </label>
        <label className="catalogue-field">
          {t('import.encoding')}
          <Select
            aria-label={t('import.encoding')}
            value={encoding}
            onChange={setEncoding}
            options={[
              { value: RECOGNISE, label: t('import.recognised') },
              ...ENCODINGS.map((value) => ({ value, label: value })),
            ]}
          />
        </label>
        <Button type="primary" disabled={!ready} loading={isPending} onClick={submit}>
          {t('import.button')}
        </Button>
      </div>
      <UploadProblem error={error} />
    </section>
  );
}
