import { uniform } from '../../agencies/simulator/chance.ts';

/** What befalls one dossier beside the usual; drawn from its number, the same at every look. */
export interface Fate {
  /** The counter finds a paper missing and asks for it before accepting. */
  lacksPaperAtCounter: boolean;
  refused: boolean;
  /** The applicant withdraws while police look it up. */
  withdrawn: boolean;
  /** The officer asks for a paper after acceptance: the legal clock stands still. */
  lacksPaper: boolean;
  /** The applicant never brings the missing paper: the dossier lapses. */
  neverBrings: boolean;
  /** Office hours until the applicant brings it. */
  bringsAfterHours: number;
  returnedByHead: boolean;
  returnedByDirector: boolean;
  /** A mistake is seen before the envelope is closed: recalled and issued anew. */
  recalled: boolean;
  /** Judgments that turn up are expunged by law. */
  expunged: boolean;
}

/** Shares are guesses for a lively month; none is a published figure. */
export function fateOf(caseId: string): Fate {
  const draw = (what: string): number => uniform(`${what}/${caseId}`);
  return {
    lacksPaperAtCounter: draw('counter') < 0.04,
    refused: draw('refused') < 0.005,
    withdrawn: draw('withdrawn') < 0.012,
    lacksPaper: draw('paper') < 0.02,
    neverBrings: draw('never') < 0.1,
    bringsAfterHours: 4 + 28 * draw('brings'),
    returnedByHead: draw('head') < 0.03,
    returnedByDirector: draw('director') < 0.01,
    recalled: draw('recalled') < 0.008,
    expunged: draw('expunged') < 0.4,
  };
}
