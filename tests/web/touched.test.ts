import { expect, test } from '@jest/globals';
import { TOUCHED } from '../../web/touched.ts';

test('after missed changes everything that follows changes is asked again', () => {
  const areas = TOUCHED.reset().map(([area]) => area);
  expect(areas.toSorted()).toEqual(['board', 'case', 'desk', 'worklist']);
});

test.each(['case', 'claim'] as const)('a %s touches the lists and that case only', (event) => {
  const touched = TOUCHED[event]('{"caseId":"HN-P-2023-000001"}');
  expect(touched).toContainEqual(['case', 'HN-P-2023-000001']);
  expect(touched).toContainEqual(['worklist']);
  expect(touched).not.toContainEqual(['case']);
});
