import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { MOST_SCANS, Scan } from '../../../domain/scan.ts';
import { SCAN_FILES } from '../../../domain/uploads.ts';
import { type Query, sendFile } from '../../api.ts';
import { Allowed } from './Allowed.tsx';
import { asScan, endingsOf, FileUnfit, mustFit } from './fileUnfit.ts';
import { UploadProblem } from './UploadProblem.tsx';

interface ScanPickerProps {
  /** Where scans are sent, and what is said beside the name of each. */
  path: string;
  query?: Query;
  /** How many are there already. */
  count: number;
  label: string;
  onAdd: (scan: Scan) => void;
}

/** Takes scans of papers; each is kept as soon as it is sent. If one is unfit, none is sent. */
export function ScanPicker({ path, query = {}, count, label, onAdd }: ScanPickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (files: readonly File[]) => {
      if (count + files.length > MOST_SCANS) {
        throw new FileUnfit('file.tooMany', { most: String(MOST_SCANS), count: String(count) });
      }
      for (const file of files) mustFit(SCAN_FILES, file);
      const scans = await Promise.all(files.map(asScan));
      for (const scan of scans)
        onAdd(await sendFile(path, { ...query, name: scan.name }, scan, Scan));
    },
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        // A form's own style would show what is hidden by its attribute alone.
        style={{ display: 'none' }}
        multiple
        tabIndex={-1}
        aria-label={label}
        accept={endingsOf(SCAN_FILES)}
        onChange={({ target }) => {
          mutate([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        icon={<PaperClipOutlined aria-hidden />}
        loading={isPending}
        disabled={count >= MOST_SCANS}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>{' '}
      <Allowed rule={SCAN_FILES} />
      <UploadProblem error={error} />
    </>
  );
}
