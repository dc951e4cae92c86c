import { useCallback } from 'react';
import type { IdentityDocument } from '../../domain/application.ts';
import { paperInWords } from '../../domain/wording/documents.ts';
import { useLanguage } from '../words/index.ts';

type Paper = Pick<IdentityDocument, 'type' | 'number' | 'former'>;

/** Identity papers in one line, in the language of the screen; empty for none. */
export function usePapers(): (papers: readonly Paper[]) => string {
  const { language } = useLanguage();
  return useCallback(
    (papers) => papers.map((paper) => paperInWords(paper, language)).join('; '),
    [language],
  );
}
