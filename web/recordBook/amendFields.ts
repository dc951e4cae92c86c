import type { AmendmentKind } from '../../domain/record/amendment.ts';
import { EXECUTION_KINDS } from '../../domain/record/file.ts';

/** A field of an amendment's form, by its place in the details. */
export interface AmendField {
  path: readonly string[];
  kind: 'line' | 'date' | 'prose' | 'choice' | 'judgment' | 'ban' | 'execution';
  choices?: readonly string[];
}

const ON: AmendField = { path: ['on'], kind: 'date' };
const DOCUMENT: AmendField = { path: ['document'], kind: 'line' };
const BASIS: AmendField = { path: ['basis'], kind: 'line' };
const JUDGMENT: AmendField = { path: ['ref'], kind: 'judgment' };

const entry = (field: string, kind: AmendField['kind']): AmendField => {
  return { path: ['entry', field], kind };
};
const ENTRY: readonly AmendField[] = [
  { path: ['entry', 'kind'], kind: 'choice', choices: EXECUTION_KINDS },
  entry('number', 'line'),
  entry('date', 'date'),
  entry('issuer', 'line'),
  entry('content', 'prose'),
];
const ban = (field: string, kind: AmendField['kind']): AmendField => ({
  path: ['ban', field],
  kind,
});

/** What each kind of change asks for beside person and judgment, which have forms of their own. */
export const AMEND_FIELDS: Readonly<Record<AmendmentKind, readonly AmendField[]>> = {
  PERSON_CORRECTED: [],
  CIVIL_STATUS: [DOCUMENT],
  DEATH: [ON, DOCUMENT],
  FURTHER_JUDGMENT: [],
  JUDGMENT_CORRECTED: [JUDGMENT],
  EXECUTION: [JUDGMENT, ...ENTRY],
  EXECUTION_CORRECTED: [JUDGMENT, { path: ['wrong'], kind: 'execution' }, ...ENTRY],
  BAN: [
    ban('decision', 'line'),
    ban('date', 'date'),
    ban('court', 'line'),
    ban('content', 'line'),
    ban('until', 'date'),
  ],
  BAN_ENDED: [{ path: ['ref'], kind: 'ban' }, ON, BASIS],
  OFFENCE_ABOLISHED: [JUDGMENT, ON, BASIS],
  MERGE: [{ path: ['from'], kind: 'line' }],
};

/** The part of the details that is filled in by the fields of a person or a judgment. */
export function areaOf(kind: AmendmentKind): 'person' | 'judgment' | null {
  if (kind === 'PERSON_CORRECTED' || kind === 'CIVIL_STATUS') return 'person';
  return kind === 'JUDGMENT_CORRECTED' || kind === 'FURTHER_JUDGMENT' ? 'judgment' : null;
}
