import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import type { UploadRule } from '../../../domain/uploads.ts';
import { Allowed } from './Allowed.tsx';
import { endingsOf, mustFit } from './fileUnfit.ts';
import { UploadProblem } from './UploadProblem.tsx';
import './upload.css';

interface FileDropProps {
  rule: UploadRule;
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
  /** Files that are chosen one after the other add up; otherwise the last one stands. */
  multiple?: boolean;
  label: string;
  lead?: ReactNode;
}

/** A place to choose files or to drop them; what would be refused is said at once and not taken. */
export function FileDrop({ rule, files, onChange, multiple = false, label, lead }: FileDropProps) {
  const [unfit, setUnfit] = useState<unknown>(null);
  const take = (chosen: readonly File[]): void => {
    try {
      for (const file of chosen) mustFit(rule, file);
    } catch (error) {
      setUnfit(error);
      return;
    }
    setUnfit(null);
    onChange(multiple ? merged(files, chosen) : chosen.slice(-1));
  };
  return (
    <>
      <Upload.Dragger
        multiple={multiple}
        // A file of another kind that is dropped would vanish without a word.
        accept={{ format: endingsOf(rule), filter: () => true }}
        fileList={files.map((file) => ({ uid: file.name, name: file.name, status: 'done' }))}
        beforeUpload={(file, chosen) => {
          if (file === chosen[0]) take(chosen);
          return false;
        }}
        onRemove={({ name }) => onChange(files.filter((file) => file.name !== name))}
      >
        <p className="upload-label">
          <InboxOutlined aria-hidden /> {label}
        </p>
        {lead !== undefined && <p className="muted">{lead}</p>}
        <Allowed rule={rule} />
      </Upload.Dragger>
      <UploadProblem error={unfit} />
    </>
  );
}

/** The same name again is the newer file. */
function merged(before: readonly File[], chosen: readonly File[]): File[] {
  const names = chosen.map(({ name }) => name);
  return [...before.filter(({ name }) => !names.includes(name)), ...chosen];
}
