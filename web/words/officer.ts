import { inBoth } from './inBoth.ts';

/** Words of the officer's screens. */
export const officer = inBoth({
  nextWork: ['Việc tiếp theo', 'Next work'],
});
