import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ENCODINGS } from '../../../domain/offence/encodings.ts';
import { JUDGMENT_FILES } from '../../../domain/uploads.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { FileDrop } from '../../pieces/upload/FileDrop.tsx';
import { UploadProblem } from '../../pieces/upload/UploadProblem.tsx';
import { useUploadFile } from './query.ts';

const RECOGNISE = 'RECOGNISE';

/** Takes a file and leads to its preview; nothing is entered by it. */
export function FileForm() {
  const { t } = useTranslation('supply');
  const fetchFile = useDownload();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<string>(RECOGNISE);
  const { mutate, isPending, error, reset } = useUploadFile();
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    reset();
  };
  const submit = (): void => {
    if (file === null) return;
    const chosen = { file, encoding: encoding === RECOGNISE ? null : encoding };
    mutate(chosen, {
      onSuccess: ({ batch }) => void navigate(`/so-tiep-nhan/tep/${batch.id}`),
    });
  };
  const template = (): void => {
    fetchFile('/supply-batches/template.csv');
  };
  return (
    <section aria-label={t('files.choose')}>
      <FileDrop
        rule={JUDGMENT_FILES}
        files={file === null ? [] : [file]}
        onChange={(chosen) => choose(chosen[0] ?? null)}
        label={t('files.choose')}
      />
      <div className="supply-filters">
        <Select
          aria-label={t('files.encoding')}
          value={encoding}
          onChange={setEncoding}
          options={[
            { value: RECOGNISE, label: `${t('files.encoding')}: ${t('files.recognised')}` },
            ...ENCODINGS.map((value) => ({ value, label: value })),
          ]}
        />
        <Button type="primary" disabled={file === null} loading={isPending} onClick={submit}>
          {t('files.button')}
        </Button>
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={template}>
          {t('files.template')}
        </Button>
      </div>
      <UploadProblem error={error} />
    </section>
  );
}
