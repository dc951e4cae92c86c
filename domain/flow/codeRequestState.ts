import type { CaseBase } from './flow.ts';

/** Steps of a request for a code that the catalogue of offences lacks (trial of 2015, CV 277/TTLLTPQG-CSDL). */
export const CODE_REQUEST_STEPS = [
  'ASKED',
  'PROPOSED',
  'RELEASED',
  'MAPPED',
  'TAKEN_BACK',
] as const;
export type CodeRequestStep = (typeof CODE_REQUEST_STEPS)[number];

/** Steps from which nothing more happens. */
export const CODE_REQUEST_ENDS: readonly CodeRequestStep[] = ['RELEASED', 'MAPPED', 'TAKEN_BACK'];

/** What the Centre's reviewer proposes: a new entry, whose words stand in the paper, or one that is there, with the reason. */
export interface CodeProposal {
  kind: 'NEW' | 'EXISTING';
  code: string;
  paperId: string;
}

export interface CodeRequestState extends CaseBase<CodeRequestStep> {
  kind: 'CODE_REQUEST';
  proposal: CodeProposal | null;
}
