import type { FragmentSqlToken } from 'slonik';
import { CaseId } from '../../domain/case.ts';
import { foldName } from '../../domain/foldName.ts';
import { RecordNumber } from '../../domain/record.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { seenPerson } from './sight.ts';

/** What a text asks for: a table expression before `page`, and the ways to find its cases. */
interface Search {
  found: FragmentSqlToken;
  /** Conditions over `cases c`; a case is found by at most one of the ways. */
  ways: FragmentSqlToken[][];
}

/** A name that more people have is not looked up first: sorting its cases costs more than the walk. */
const FEW = 2000;
/** Shorter texts have no trigram but at the beginning of a word: only there are they found. */
const TRIGRAM = 3;

/** The folded name of the person of a case `c`. Not a join: the planner would read all who have it before the first line. */
const personName = sql.fragment`(SELECT p.folded_name FROM subjects p WHERE p.case_id = c.case_id)`;

/**
 * The number of a dossier, or of the record that a transfer brings, is searched exactly, anything else as a
 * person's name, folded. A rare name is looked up and its cases sorted; for a common one the list is walked in
 * order until the page is full. Of whom a reader may not know, nothing but the dossier's number finds the case.
 * `nameOf` is where the list itself has the name.
 */
export function searchOf(text: string, reader: Reader, nameOf = personName): Search {
  const none = sql.fragment``;
  if (text === '') return { found: none, ways: [[]] };
  const caseId = CaseId.safeParse(text.toUpperCase());
  if (caseId.success) return { found: none, ways: [[sql.fragment`c.case_id = ${caseId.data}`]] };
  const seen = seenPerson(reader);
  const record = RecordNumber.safeParse(text.toUpperCase());
  if (record.success) {
    const entered = sql.fragment`SELECT k.case_id FROM known_persons k
      WHERE k.record_number = ${record.data}`;
    return { found: none, ways: [[seen, sql.fragment`c.case_id IN (${entered})`]] };
  }
  const folded = foldName(text);
  const literal = folded.replace(/[\\%_]/gu, '\\$&');
  const patterns = folded.length < TRIGRAM ? [`${literal}%`, `% ${literal}%`] : [`%${literal}%`];
  const like = sql.fragment`LIKE ANY (${sql.array(patterns, 'text')})`;
  const count = sql.fragment`(SELECT count(*) FROM found)`;
  return {
    found: sql.fragment`found AS MATERIALIZED (
      SELECT p.case_id FROM subjects p WHERE p.folded_name ${like} LIMIT ${FEW + 1}),`,
    ways: [
      [seen, sql.fragment`${count} <= ${FEW} AND c.case_id IN (SELECT case_id FROM found)`],
      [seen, sql.fragment`${count} > ${FEW} AND ${nameOf} ${like}`],
    ],
  };
}

/** A pattern of LIKE for texts that contain one, whatever signs it has. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
}
