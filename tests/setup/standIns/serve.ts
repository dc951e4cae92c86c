import { createServer } from 'node:http';

/** A server that answers everything with its process id, and ends when asked to. */
export function serve(port: string | undefined): void {
  const server = createServer((_request, response) => response.end(String(process.pid)));
  server.listen(Number(port), '127.0.0.1', () => console.log('stand-in serves'));
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
}
