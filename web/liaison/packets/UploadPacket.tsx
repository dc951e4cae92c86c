import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PACKET_FILES } from '../../../domain/uploads.ts';
import { FileDrop } from '../../pieces/upload/FileDrop.tsx';
import { UploadProblem } from '../../pieces/upload/UploadProblem.tsx';
import { readChosen } from './chosenFiles.ts';
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
  return (
    <section aria-labelledby="upload-packet" className="packets-way">
      <h2 id="upload-packet">{t('upload.title')}</h2>
      <FileDrop
        multiple
        rule={PACKET_FILES}
        files={files}
        onChange={(chosen) => {
          setFiles(chosen);
          read.reset();
        }}
        label={t('upload.choose')}
        lead={t('upload.lead')}
      />
      <UploadProblem error={read.error} />
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
