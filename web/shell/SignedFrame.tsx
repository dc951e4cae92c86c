import { Outlet } from 'react-router';
import { useChanges } from '../changes.ts';

/** Frame of the pages of people who are signed in. */
export function SignedFrame() {
  useChanges();
  return (
    <main id="content" className="page">
      <Outlet />
    </main>
  );
}
