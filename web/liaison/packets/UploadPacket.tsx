import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { FilesUnfit, readChosen } from './chosenFiles.ts';
import { usePacketChanges } from './query.ts';

/** Takes the packet's file and the filled-in sheet together; nothing is answered before the preview. */
export function UploadPacket() {
  const { t } = useTranslation('packets');
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const { upload } = usePacketChanges();
  const read = useMutation({
    mutationFn: async () => upload.mutateAsync(await readChosen(files)),
    onSuccess: ({ id }) => void navigate(`/lien-thong/goi/${id}`),
  });
  const unfit = read.error instanceof FilesUnfit ? read.error : null;
  return (
    <section aria-labelledby="upload-packet" className="packets-way">
      <h2 id="upload-packet">{t('upload.title')}</h2>
      <Upload.Dragger
        multiple
        accept=".lltp,.csv,.txt"
        fileList={files.map((file) => ({ uid: file.name, name: file.name, status: 'done' }))}
        beforeUpload={(_, chosen) => {
          setFiles((before) => merged(before, chosen));
          return false;
        }}
        onRemove={({ name }) => setFiles((before) => before.filter((file) => file.name !== name))}
      >
        <p className="packets-drop">
          <InboxOutlined aria-hidden /> {t('upload.choose')}
        </p>
        <p className="muted">{t('upload.lead')}</p>
      </Upload.Dragger>
      {unfit !== null ? (
        <Alert type="error" showIcon role="alert" title={t(unfit.word)} />
      ) : (
        <ProblemAlert error={read.error} />
      )}
      <Button
        type="primary"
        loading={read.isPending}
        disabled={files.length === 0}
        onClick={() => read.mutate()}
      >
        {t('upload.button')}
      </Button>
    </section>
  );
}

/** Files chosen one after the other add up; the same name again is the newer file. */
function merged(before: readonly File[], chosen: readonly File[]): File[] {
  const names = chosen.map(({ name }) => name);
  return [...before.filter(({ name }) => !names.includes(name)), ...chosen];
}
