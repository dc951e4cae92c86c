import type { ApplicationSubmission, Subject } from '../domain/application.ts';
import { complexGroundsOf } from '../domain/application.ts';
import type { DateText } from '../domain/instant.ts';
import { ageOn } from './calendar.ts';
import { makePerson } from './people.ts';
import { makePhone } from './papers.ts';
import { makeName } from './names.ts';
import { KINH } from './ethnicities.ts';
import type { Random } from './random.ts';
import { makeSubmission } from './submissions.ts';
import { type Applicant, type ApplicationStory, PLACES } from './story.ts';

const TRIES = 5_000;

/** The application a story begins with, complete and believable, as submitted on that day. */
export function submissionOf(
  random: Random,
  { place, applicant, changes, accept, beats }: ApplicationStory,
  { onDate, serial }: { onDate: DateText; serial: number },
): ApplicationSubmission {
  const { province: provinceCode, unit } = PLACES[place];
  const channel = changes?.channel ?? 'COUNTER';
  const forwarded = channel !== 'COUNTER' && channel !== 'POST';
  const isPosted = beats.some(({ name }) => name === 'post');
  const isHandedOver = beats.some(({ name }) => name === 'handOver');
  const byPost = isPosted || (!isHandedOver && random.chance(0.6));
  const base = makeSubmission(random, {
    unit,
    provinceCode,
    onDate,
    channel,
    externalCode: forwarded ? codeOf(place, onDate, serial) : null,
    accept: accept ?? !forwarded,
    delivery: byPost ? 'POST' : 'COUNTER',
  });
  const subject = subjectLike(random, applicant, provinceCode, onDate);
  const residence = subject.permanentResidence ?? subject.temporaryResidence;
  const deliveryAddress = base.deliveryAddress && (residence ?? base.deliveryAddress);
  return {
    ...base,
    subject: forwarded ? { ...subject, phone: subject.phone ?? makePhone(random) } : subject,
    deliveryAddress,
    papers: applicant === 'FOREIGNER' ? [...base.papers, 'RESIDENCE_PROOF'] : base.papers,
    ...(applicant === 'WITH_AGENT' ? agent(random) : {}),
    ...(applicant === 'EXEMPT' ? EXEMPTION : {}),
    ...changes,
  };
}

const EXEMPTION: Partial<ApplicationSubmission> = {
  feeCategory: 'EXEMPT',
  feeReason: 'Con của liệt sỹ',
  papers: ['APPLICATION_FORM', 'IDENTITY_COPY', 'FEE_EXEMPTION_PROOF'],
};

/** Somebody with a power of attorney, who may ask for certificate No. 1 only. */
function agent(random: Random): Partial<ApplicationSubmission> {
  const fullName = makeName(random, { ethnicity: KINH, gender: 'F' }).full;
  return {
    certificateType: 'NO_1',
    agent: {
      fullName,
      personalId: `0011${random.int(70, 95)}${random.digits(6)}`,
      relation: 'AUTHORISED',
      powerOfAttorneyNumber: `${random.int(100, 2500)}/2023/HĐUQ`,
    },
    papers: ['APPLICATION_FORM', 'IDENTITY_COPY', 'POWER_OF_ATTORNEY'],
  };
}

/** Dossier code of a province's e-one-stop system: its identification code, day and number. */
function codeOf(place: ApplicationStory['place'], onDate: DateText, serial: number): string {
  const day = onDate.slice(2).replaceAll('-', '');
  return `${PLACES[place].portal}.17.01-${day}-${String(serial).padStart(4, '0')}`;
}

function subjectLike(
  random: Random,
  applicant: Applicant | undefined,
  provinceCode: string,
  onDate: DateText,
): Subject {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const dataErrors = applicant === 'WRONG_ID';
    const { subject, truth } = makePerson(random, { provinceCode, onDate, dataErrors });
    if (fits(subject, truth.hasWrongId, applicant, onDate)) return subject;
  }
  throw new Error(`no ${applicant} among ${TRIES} people`);
}

/** Whether somebody lived only where the demonstration has people who answer. */
function isAmongUs({ residenceHistory }: Subject): boolean {
  const ours: readonly string[] = Object.values(PLACES).map(({ province }) => province);
  return residenceHistory.every(
    ({ provinceCode }) => provinceCode === null || ours.includes(provinceCode),
  );
}

function fits(
  subject: Subject,
  hasWrongId: boolean,
  applicant: Applicant | undefined,
  onDate: DateText,
): boolean {
  const grounds = complexGroundsOf(subject);
  const isVietnamese = subject.nationality === 'VN';
  // Simple people are grown up and long out of school, so that a judgment may lie behind them.
  const isOrdinary = isVietnamese && ageOn(subject.birthDate, onDate) >= 27 && !hasWrongId;
  switch (applicant) {
    case 'FOREIGNER':
      return !isVietnamese;
    case 'SEVERAL_RESIDENCES':
      return isOrdinary && grounds.join() === 'SEVERAL_RESIDENCES' && isAmongUs(subject);
    case 'ABROAD':
      return isOrdinary && grounds.includes('TIME_ABROAD') && isAmongUs(subject);
    case 'SOLDIER':
      return isOrdinary && subject.hasMilitaryService && grounds.length === 0;
    case 'WRONG_ID':
      return hasWrongId;
    default:
      return isOrdinary && grounds.length === 0 && !subject.hasMilitaryService;
  }
}
