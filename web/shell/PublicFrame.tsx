import { Outlet } from 'react-router';

/** Frame of the pages that need no session. */
export function PublicFrame() {
  return (
    <main id="content" className="page">
      <Outlet />
    </main>
  );
}
