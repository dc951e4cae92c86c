import { Alert } from 'antd';
import type { ReactNode } from 'react';

interface PreviewListsProps {
  included: readonly { id: string; said: ReactNode }[];
  includedTitle: string;
  excluded: readonly { id: string; why: string }[];
  excludedTitle: string;
}

/** What will be touched, and what will not with the reason. */
export function PreviewLists(props: PreviewListsProps) {
  const { included, includedTitle, excluded, excludedTitle } = props;
  return (
    <>
      <p>{includedTitle}</p>
      <ul className="scroll-list" tabIndex={0} aria-label={includedTitle}>
        {included.map(({ id, said }) => (
          <li key={id}>
            <span className="case-number">{id}</span> {said}
          </li>
        ))}
      </ul>
      {excluded.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={excludedTitle}
          description={
            <ul className="scroll-list">
              {excluded.map(({ id, why }) => (
                <li key={id}>
                  <span className="case-number">{id}</span>: {why}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
