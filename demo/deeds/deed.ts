import type { ApiUser } from '../apiUser.ts';
import type { Moment } from '../story.ts';

/** A scripted person by user name, such as `hoso.hn`. */
export type People = (username: string) => Promise<ApiUser>;

/** Something people of the demonstration do that belongs to no single case. */
export interface Deed extends Moment {
  name: string;
  play: (as: People) => Promise<unknown>;
}

/** Id of a person's account; throws when nobody is signed in. */
export function accountOf({ session }: ApiUser): string {
  if (session === null) throw new Error('nobody is signed in');
  return session.account.id;
}
