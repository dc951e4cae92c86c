import type { Office } from './office.ts';

export type Door = ReturnType<typeof doorOf>;

/** The API as a unit's own system meets it: no session, no browser. */
export function doorOf({ app }: Pick<Office, 'app'>) {
  async function knock(payload: string, headers: Record<string, string> = {}) {
    const type = { 'content-type': 'application/json', ...headers };
    const url = '/api/v1/agency-messages';
    const reply = await app.inject({ method: 'POST', url, payload, headers: type });
    return { status: reply.statusCode, code: reply.json<{ code?: string }>().code ?? null };
  }
  return {
    /** Send any bytes to the door for agency messages. */
    knock,
    sendJws: (jws: string) => knock(JSON.stringify({ jws })),
    /** Ask under a unit's token. */
    async ask(path: string, token: string) {
      const headers = { authorization: `Bearer ${token}` };
      const reply = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers });
      return { status: reply.statusCode, body: reply.json() };
    },
  };
}
