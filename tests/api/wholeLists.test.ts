import { expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { MOST_FILE_ROWS, MOST_MINUTES_LINES } from '../../domain/fileRows.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { RUNS } from '../support/reconciliations.ts';
import { HANOI } from '../support/scenes.ts';

const desk = openRecordDesk();

/** Findings of the books of Hà Nội, numbered on from those there are. */
async function addFindings(count: number): Promise<void> {
  await desk.office.db.query(sql.unsafe`
    INSERT INTO findings (unit, about, subject, rule, side, place, source, person_name, folded_name,
      state, opened_at, changed_at)
    SELECT ${HANOI.unit}, 'RECORD', 'DAY-' || n, 'NO_RESIDENCE', 'COMPLETE', '', 'DEPARTMENT',
      'Dòng ' || n, 'dong ' || n, 'OPEN', now(), now()
    FROM (SELECT generate_series(1, ${count}) + count(*) AS n FROM findings) AS numbers
  `);
}

test('a list is given out whole as a file that no cache keeps; one of more rows is refused', async () => {
  await addFindings(MOST_FILE_ROWS);
  const whole = await desk.officer.ask('GET', '/findings.csv?state=OPEN');
  expect([whole.status, whole.text.trimEnd().split('\n').length]).toEqual([
    200,
    MOST_FILE_ROWS + 1,
  ]);
  expect(whole.headers['cache-control']).toBe('private, no-store');
  await addFindings(1);
  const { status, body } = await desk.officer.ask('GET', '/findings.csv?state=OPEN');
  expect([status, body.code]).toEqual([422, 'MORE_ROWS_THAN_A_FILE']);
  expect(body.detail).toContain('50.000');
  const narrowed = await desk.officer.ask('GET', '/findings.csv?state=OPEN&subject=DAY-7');
  expect([narrowed.status, narrowed.text.trimEnd().split('\n').length]).toEqual([200, 2]);
});

test('minutes that would leave lines out are refused', async () => {
  const run = { unit: HANOI.unit };
  const { caseId } = await desk.officer.must('POST', RUNS, run);
  await desk.office.db.query(sql.unsafe`
    INSERT INTO reconciliation_rows (run_id, number, finding)
    SELECT r.id, 'DAY-' || n, 'MISSING_THERE'
    FROM reconciliations r, generate_series(1, ${MOST_MINUTES_LINES + 1}) AS n
    WHERE r.case_id = ${caseId}
  `);
  const { status, body } = await desk.officer.ask('GET', `${RUNS}/${caseId}/minutes.pdf`);
  expect([status, body.code]).toEqual([422, 'MINUTES_TOO_LONG']);
});
