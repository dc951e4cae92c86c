import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { Asked } from './askedList.ts';
import { useDownload } from './useDownload.ts';

const ALL = 'ALL';

/** A search of a list by words, asked when it is sent. */
export function ListSearch({ query, onChange, label }: Asked & { label: string }) {
  return (
    <Input.Search
      key={query['q']}
      allowClear
      defaultValue={query['q']}
      maxLength={120}
      aria-label={label}
      placeholder={label}
      onSearch={(text) => onChange({ q: text.trim() })}
    />
  );
}

interface ListChoiceProps extends Asked {
  /** The question's field that is chosen. */
  name: string;
  label: string;
  /** How the choice of all is shown. */
  all: string;
  options: readonly { value: string; label: string }[];
}

/** A filter of a list: one value of a field, or all. */
export function ListChoice({ query, onChange, name, label, all, options }: ListChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={query[name] ?? ALL}
      popupMatchSelectWidth={false}
      options={[{ value: ALL, label: all }, ...options]}
      onChange={(value) => onChange({ [name]: value === ALL ? undefined : value })}
    />
  );
}

interface ListFileProps extends Pick<Asked, 'query'> {
  /** Of the file, under the API. */
  path: string;
  /** How many the list found, in words; null while it is not known. */
  count: string | null;
  label: string;
}

/** How many a list found, and the same as a file. */
export function ListFile({ query, path, count, label }: ListFileProps) {
  const fetchFile = useDownload();
  const csv = (): void => {
    fetchFile(path, query);
  };
  return (
    <>
      {count !== null && (
        <span className="muted" aria-live="polite">
          {count}
        </span>
      )}
      <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
        {label}
      </Button>
    </>
  );
}
