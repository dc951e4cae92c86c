import type { Agent } from '../application.ts';
import type { Language } from './refusals.ts';

/** What an agent is to the person, as screens show it and papers print it. */
export const RELATION_NAMES: Record<Agent['relation'], Record<Language, string>> = {
  PARENT: { vi: 'Cha, mẹ', en: 'Parent' },
  SPOUSE: { vi: 'Vợ, chồng', en: 'Spouse' },
  CHILD: { vi: 'Con', en: 'Child' },
  AUTHORISED: { vi: 'Người được ủy quyền', en: 'Authorised person' },
};
