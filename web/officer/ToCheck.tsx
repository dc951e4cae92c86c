import { Alert } from 'antd';
import './officer.css';

/** What an officer should look at, a line each: warnings, never a refusal. Nothing where nothing stands out. */
export function ToCheck({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={title}
      description={
        <ul className="plain-list">
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
