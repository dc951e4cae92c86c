import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import { ApiRefusal, ApiUser } from './apiUser.ts';

/** The scripted people of the demonstration, each signed in when first needed. */
export class Cast {
  readonly #base: string;
  readonly #signedIn = new Map<string, Promise<ApiUser>>();

  constructor(base: string) {
    this.#base = base;
  }

  as(username: string): Promise<ApiUser> {
    const known = this.#signedIn.get(username);
    if (known !== undefined) return known;
    const user = ApiUser.signIn(this.#base, username, DEMO_PASSWORD);
    this.#signedIn.set(username, user);
    return user;
  }
}

/** A case as its people follow it. */
export interface Followed {
  caseId: string;
  /** Latest revision that one of the scripted acts made. */
  rev: number;
}

/** On a busy machine the hurrying clock may move a case between every look and its act. */
const LOOKS = 10;

/**
 * Do an act and follow the case; when a timer or an agency moved it meanwhile, look and do it again.
 * Throws the last refusal.
 */
export async function doAct(
  user: ApiUser,
  followed: Followed,
  act: string,
  { codes = {}, paper }: { codes?: object; paper?: object } = {},
): Promise<void> {
  const { caseId, rev } = followed;
  for (let look = 0; ; look += 1) {
    try {
      const done =
        look === 0
          ? user.actAt(caseId, rev, act, codes, paper)
          : user.act(caseId, act, codes, paper);
      ({ rev: followed.rev } = await done);
      return;
    } catch (error) {
      const stale = error instanceof ApiRefusal && error.code === 'STALE_REVISION';
      if (!stale || look === LOOKS) throw error;
    }
  }
}
