import { keepKey } from './keep.ts';

const LOGINS = ['lltp_api', 'lltp_worker'] as const;
type Login = (typeof LOGINS)[number];

/** Variable of the environment that holds a login's password, as `LLTP_API_PASSWORD`. */
export function passwordVariable(login: Login): string {
  return `${login.toUpperCase()}_PASSWORD`;
}

/** File of the data folder with a login's password, where the environment gives none. */
export function passwordFile(login: Login): string {
  return `${login}.key`;
}

/** Passwords of the house's logins to PostgreSQL: those of the environment, else keys of the data folder. */
export async function keepPasswords(
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<Record<Login, string>> {
  const of = async (login: Login): Promise<string> =>
    env[passwordVariable(login)] || (await keepKey(dataDir, passwordFile(login)));
  return { lltp_api: await of('lltp_api'), lltp_worker: await of('lltp_worker') };
}

/** Where a login finds the database that its owner finds at `ownerUrl`. */
export function addressFor(ownerUrl: string, login: Login, password: string): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = encodeURIComponent(password);
  return url.href;
}
