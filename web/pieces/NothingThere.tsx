import { Button, Result } from 'antd';
import { Link } from 'react-router';

interface NothingThereProps {
  title: string;
  hint?: string;
  /** 404: the address leads to nothing; 403: not to something of the reader's. */
  status?: '403' | '404';
  /** Where to look for it instead. */
  back: { to: string; label: string };
}

/** In place of a page that its address does not lead to: says so, and leads back. */
export function NothingThere({ title, hint, status = '404', back }: NothingThereProps) {
  return (
    <Result
      status={status}
      title={title}
      subTitle={hint}
      extra={
        <Link to={back.to}>
          <Button tabIndex={-1}>{back.label}</Button>
        </Link>
      }
    />
  );
}
