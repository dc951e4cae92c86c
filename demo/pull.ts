/** Set what a simulated agency does, or let it do something (its control API). Throws when it refuses. */
export async function pull(
  agenciesUrl: string,
  path: string,
  body: object,
  method: 'PUT' | 'POST' = 'PUT',
): Promise<void> {
  const response = await fetch(`${agenciesUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the agencies answer ${response.status} to ${path}`);
}
