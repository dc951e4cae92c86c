/** Set what a simulated agency does (its control API). Throws when it refuses. */
export async function pull(agenciesUrl: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${agenciesUrl}${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the agencies answer ${response.status} to ${path}`);
}
