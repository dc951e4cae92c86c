import type { Identity } from '../../domain/identity/identity.ts';
import type { Random } from '../random.ts';
import type { LabelledPair } from './pair.ts';
import * as made from './people.ts';
import * as slips from './slips.ts';

type Pair = Pick<LabelledPair, 'asked' | 'known'>;
type Maker = (random: Random) => Pair;

/** The same citizen, as a record tells of them after these slips. */
function recorded(...changes: readonly slips.Slip[]): Maker {
  return (random) => {
    const asked = made.citizen(random);
    return { asked, known: changed(random, made.onRecord(asked), [slips.yearsApart, ...changes]) };
  };
}

function changed(random: Random, identity: Identity, changes: readonly slips.Slip[]): Identity {
  return changes.reduce((before, change) => change(random, before), identity);
}

const NUMBERLESS = slips.withoutNumbers;

/** One person told twice: by kind, how the record differs from the application. */
export const SAME: Readonly<Record<string, Maker>> = {
  SAME_NUMBER: recorded(),
  SAME_NUMBER_WITHOUT_MARKS: recorded(slips.withoutMarks),
  SAME_NUMBER_OTHER_SPELLING: recorded(slips.otherSpelling),
  SAME_NUMBER_NO_PARENTS: recorded(slips.withoutParents),
  SAME_NUMBER_DATE_SLIP: recorded(slips.dateSlip),
  SAME_NUMBER_NEW_NAME: (random) => made.renamed(random),
  SAME_NUMBER_GENDER_CHANGED: (random) => made.genderChanged(random),
  SAME_OLD_CARD: (random) => made.sameOldCard(random),
  OLD_CARD_LOST: (random) => made.oldCardLost(random),
  NO_NUMBER: recorded(NUMBERLESS),
  NO_NUMBER_NO_PARENTS: recorded(NUMBERLESS, slips.withoutParents),
  TYPING_ERROR: recorded(NUMBERLESS, slips.typingError),
  TYPING_ERROR_NO_PARENTS: recorded(NUMBERLESS, slips.typingError, slips.withoutParents),
  TONE_PLACEMENT: recorded(NUMBERLESS, slips.otherSpelling, slips.withoutParents),
  WITHOUT_MARKS: recorded(NUMBERLESS, slips.withoutMarks),
  WITHOUT_MARKS_NO_PARENTS: recorded(NUMBERLESS, slips.withoutMarks, slips.withoutParents),
  YEAR_ONLY: recorded(NUMBERLESS, slips.yearOnly),
  YEAR_ONLY_NO_PARENTS: recorded(NUMBERLESS, slips.yearOnly, slips.withoutParents),
  MONTH_ONLY: recorded(NUMBERLESS, slips.monthOnly),
  DATE_SLIP: recorded(NUMBERLESS, slips.dateSlip),
  DAY_AND_MONTH_SWAPPED: recorded(NUMBERLESS, slips.dayAndMonthSwapped),
  WRONG_BIRTH_YEAR: (random) => made.wrongBirthYear(random),
  MIDDLE_NAME_MISSING: recorded(NUMBERLESS, slips.withoutMiddleName),
  NUMBER_SLIP: recorded(slips.idSlip),
  NUMBER_SLIP_NO_PARENTS: recorded(slips.idSlip, slips.withoutParents),
  ALIAS: (random) => made.alias(random),
  NEW_NAME: (random) => changedKnown(random, made.renamed(random), [slips.yearsApart, NUMBERLESS]),
  MOVED: (random) => made.moved(random),
  FOREIGNER_OTHER_ORDER: (random) => made.foreignerOtherOrder(random),
  FOREIGNER_NEW_PASSPORT: (random) => made.foreignerNewPassport(random),
  E_DE_OTHER_ORDER: (random) => made.edeOtherOrder(random),
  OTHER_MARKS_NO_PARENTS: recorded(NUMBERLESS, slips.otherMarks, slips.withoutParents),
  TWO_TYPING_ERRORS: recorded(NUMBERLESS, slips.typingError, slips.typingError),
  TWO_TYPING_ERRORS_NO_PARENTS: recorded(
    NUMBERLESS,
    slips.typingError,
    slips.typingError,
    slips.withoutParents,
  ),
  NAME_AND_DATE_SLIPS_NO_PARENTS: recorded(
    NUMBERLESS,
    slips.typingError,
    slips.dateSlip,
    slips.withoutParents,
  ),
  WRONG_NUMBER_NO_PARENTS: recorded(slips.wrongNumber, slips.withoutParents),
  WRONG_BIRTH_YEAR_NO_PARENTS: (random) =>
    changedKnown(random, made.wrongBirthYear(random), [slips.withoutParents]),
  NEW_NAME_NO_PARENTS: (random) =>
    changedKnown(random, made.renamed(random), [
      slips.yearsApart,
      NUMBERLESS,
      slips.withoutParents,
    ]),
  YEAR_ONLY_TYPING_ERROR_NO_PARENTS: recorded(
    NUMBERLESS,
    slips.yearOnly,
    slips.typingError,
    slips.withoutParents,
  ),
  SEVERAL_SLIPS: recorded(NUMBERLESS, slips.withoutMarks, slips.dateSlip),
};

function changedKnown(random: Random, pair: Pair, changes: readonly slips.Slip[]): Pair {
  return { ...pair, known: changed(random, pair.known, changes) };
}

/** Two persons who are taken for one: by kind, what they have in common. */
export const DIFFERENT: Readonly<Record<string, Maker>> = {
  TWINS: (random) => made.twins(random, { sameName: false }),
  TWINS_SAME_NAME: (random) => made.twins(random, { sameName: true }),
  TWINS_NO_NUMBER: (random) =>
    changedKnown(random, made.twins(random, { sameName: false }), [NUMBERLESS]),
  TWINS_NUMBER_OF_THE_OTHER: (random) => made.twinWithTheOthersNumber(random),
  SIBLINGS: (random) => made.siblings(random),
  HOMONYM_DAY_DISTRICT: (random) => made.homonym(random, { sameDay: true }),
  HOMONYM_DAY_DISTRICT_NO_NUMBER: (random) =>
    changedKnown(random, made.homonym(random, { sameDay: true }), [NUMBERLESS]),
  HOMONYM_OTHER_DAY: (random) => made.homonym(random, { sameDay: false }),
  HOMONYM_OTHER_DAY_NO_NUMBER: (random) =>
    changedKnown(random, made.homonym(random, { sameDay: false }), [
      NUMBERLESS,
      slips.withoutParents,
    ]),
  STOLEN_NUMBER: (random) => made.stolenNumber(random),
  OLD_CARD_REUSED: (random) => made.oldCardReused(random, { sameName: false }),
  OLD_CARD_REUSED_HOMONYM: (random) => made.oldCardReused(random, { sameName: true }),
  STRANGERS: (random) => ({
    asked: made.citizen(random),
    known: made.onRecord(made.citizen(random)),
  }),
  STRANGERS_SAME_DAY: (random) => made.strangersSameDay(random),
};
