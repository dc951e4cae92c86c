import { InboxOutlined } from '@ant-design/icons';
import { Button, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ENCODINGS } from '../../domain/offence/encodings.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useImport } from './query.ts';

const RECOGNISE = 'RECOGNISE';

/** Takes a list and leads to its preview; nothing is in force by it. */
export function ImportForm() {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [encoding, setEncoding] = useState<string>(RECOGNISE);
  const { mutate, isPending, error } = useImport();
  const ready = file !== null && title.trim() !== '';
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
      <Upload.Dragger
        accept=".csv,.txt"
        maxCount={1}
        fileList={file === null ? [] : [{ uid: file.name, name: file.name, status: 'done' }]}
        beforeUpload={(chosen) => {
          setFile(chosen);
          return false;
        }}
        onRemove={() => setFile(null)}
      >
        <p>
          <InboxOutlined aria-hidden /> {t('import.choose')}
        </p>
      </Upload.Dragger>
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
      <ProblemAlert error={error} />
    </section>
  );
}
