import { expect, test } from '@jest/globals';
import { EXECUTION_KINDS } from '../../domain/record/file.ts';
import { recordBook } from '../../web/words/recordBook.ts';
import { records } from '../../web/words/records.ts';

test.each(EXECUTION_KINDS)(
  'the number of a document of %s is not called one of a judgment',
  (kind) => {
    for (const language of ['vi', 'en'] as const) {
      const words: Readonly<Record<string, string>> = recordBook[language];
      const said = words[`number.${kind}`];
      expect(said).toBeTruthy();
      expect(said).not.toBe(records[language]['judgment.number']);
    }
  },
);
