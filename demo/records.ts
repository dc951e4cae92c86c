import type { RecordSubmission } from '../domain/record.ts';
import { addDays, type DateText } from '../domain/instant.ts';
import { addYears } from './calendar.ts';
import { makeJudgment } from './judgments.ts';
import { FIRST_CARDS_ON } from './papers.ts';
import { makePerson } from './people.ts';
import type { Random } from './random.ts';

interface RecordFacts {
  provinceCode: string;
  court: string;
  onDate: DateText;
  /** Years before which the judgment came into force; it is of lately otherwise. */
  judgedBefore?: number;
}

/** A judicial record as a record officer makes it from a judgment that came into force lately. */
export function makeRecord(
  random: Random,
  { provinceCode, court, onDate, judgedBefore = 0 }: RecordFacts,
): RecordSubmission {
  const person = makeConvict(random, provinceCode, onDate, judgedBefore);
  const { entry, effectiveDate } = makeJudgment(random, {
    court,
    from: addDays(addYears(onDate, -judgedBefore), -75),
    to: addDays(addYears(onDate, -judgedBefore), -33),
    onDate,
  });
  const caused = random.chance(0.4);
  return {
    person: {
      fullName: person.fullName,
      otherNames: person.otherNames,
      gender: person.gender,
      birthDate: person.birthDate,
      birthPlace: person.birthPlace,
      personalId: person.personalId,
      documents: person.documents.map(({ type, number }) => ({ type, number })),
      permanentResidence: person.permanentResidence?.text ?? person.birthPlace,
      provinceCode,
      fatherName: person.fatherName,
      motherName: person.motherName,
    },
    judgment: {
      number: entry.judgmentNumber,
      date: entry.judgmentDate,
      effectiveDate,
      court,
      offence: entry.offence,
      provision: entry.provision,
      principalPenalty: entry.penalty,
      additionalPenalty: random.chance(0.2) ? 'Phạt tiền 10.000.000 đồng' : null,
      civilObligations: caused ? `Bồi thường ${random.int(3, 60)}.000.000 đồng` : null,
      courtFees: '200.000 đồng án phí hình sự sơ thẩm',
    },
    note: null,
  };
}

/** A Vietnamese resident of at least 18 when judged, with a personal ID since there are any. */
function makeConvict(random: Random, provinceCode: string, onDate: DateText, judgedBefore: number) {
  for (;;) {
    const { subject } = makePerson(random, { provinceCode, onDate });
    const hasId = subject.personalId !== null || onDate < FIRST_CARDS_ON;
    const judgedIn = Number(onDate.slice(0, 4)) - judgedBefore;
    const isAdult = judgedIn - Number(subject.birthDate.slice(0, 4)) > 19;
    if (subject.nationality === 'VN' && isAdult && hasId) return subject;
  }
}
