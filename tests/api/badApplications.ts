import type { ApplicationSubmission } from '../../domain/application.ts';

/** An application spoilt in one place, and how the refusal names that place. */
interface Bad {
  what: string;
  spoil: (good: ApplicationSubmission) => unknown;
  status?: number;
  code?: string;
  path: string;
  field: string;
}

const subjectWith = (changes: object) => (good: ApplicationSubmission) => ({
  ...good,
  subject: { ...good.subject, ...changes },
});

/** What people and systems send wrongly; `code` INVALID_INPUT and status 400 unless said otherwise. */
export const BAD_APPLICATIONS: readonly Bad[] = [
  {
    what: 'an unknown field',
    spoil: (good) => ({ ...good, colour: 'red' }),
    code: 'UNKNOWN_FIELD',
    path: 'colour',
    field: 'UNKNOWN_FIELD',
  },
  {
    what: 'an unknown field of the person',
    spoil: subjectWith({ salary: 1 }),
    code: 'UNKNOWN_FIELD',
    path: 'subject.salary',
    field: 'UNKNOWN_FIELD',
  },
  {
    what: 'a number where text belongs',
    spoil: (good) => ({ ...good, purpose: 7 }),
    path: 'purpose',
    field: 'WRONG_TYPE',
  },
  {
    what: 'a missing field',
    spoil: ({ purpose: _purpose, ...rest }) => rest,
    path: 'purpose',
    field: 'REQUIRED',
  },
  {
    what: 'text where a whole number belongs',
    spoil: (good) => ({ ...good, copies: '2' }),
    path: 'copies',
    field: 'WRONG_TYPE',
  },
  {
    what: 'a channel nobody knows',
    spoil: (good) => ({ ...good, channel: 'FAX' }),
    path: 'channel',
    field: 'NOT_A_CHOICE',
  },
  {
    what: 'a personal ID of 13 digits',
    spoil: subjectWith({ personalId: '0010850123456' }),
    path: 'subject.personalId',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a personal ID with a letter',
    spoil: subjectWith({ personalId: '00108501234O' }),
    path: 'subject.personalId',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a date that does not exist',
    spoil: subjectWith({ birthDate: '1985-02-30' }),
    path: 'subject.birthDate',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a birth in the future',
    spoil: subjectWith({ birthDate: '2030-01-01' }),
    path: 'subject.birthDate',
    field: 'IN_FUTURE',
  },
  {
    what: 'a name of 300 characters',
    spoil: subjectWith({ fullName: 'A'.repeat(300) }),
    path: 'subject.fullName',
    field: 'TOO_LONG',
  },
  {
    what: 'a name with a control character',
    spoil: subjectWith({ fullName: 'Trần\u0000Văn' }),
    path: 'subject.fullName',
    field: 'CONTROL_CHARACTER',
  },
  {
    what: 'a name with a mark that turns the writing round',
    spoil: subjectWith({ fullName: 'Trần \u202EVăn' }),
    path: 'subject.fullName',
    field: 'CONTROL_CHARACTER',
  },
  {
    what: 'a name made of digits',
    spoil: subjectWith({ fullName: '12345' }),
    path: 'subject.fullName',
    field: 'NOT_A_NAME',
  },
  {
    what: 'an empty residence history',
    spoil: subjectWith({ residenceHistory: [] }),
    path: 'subject.residenceHistory',
    field: 'TOO_SHORT',
  },
  {
    what: 'a residence that ends before it starts',
    spoil: subjectWith({
      residenceHistory: [
        { from: '2010-05', to: '2009-01', place: 'Hà Nội', provinceCode: '01', countryCode: 'VN' },
      ],
    }),
    path: 'subject.residenceHistory.0.to',
    field: 'ENDS_BEFORE_START',
  },
  {
    what: 'a province that does not exist',
    spoil: subjectWith({ permanentResidence: { text: 'Đâu đó', provinceCode: '99' } }),
    status: 422,
    code: 'UNKNOWN_PROVINCE',
    path: 'subject.permanentResidence.provinceCode',
    field: 'UNKNOWN_PROVINCE',
  },
  {
    what: 'post without an address',
    spoil: (good) => ({ ...good, delivery: 'POST', deliveryAddress: null }),
    path: 'deliveryAddress',
    field: 'ADDRESS_FOR_POST',
  },
  {
    what: 'neither ID nor document',
    spoil: subjectWith({ personalId: null, documents: [] }),
    path: 'subject.personalId',
    field: 'ID_OR_DOCUMENT',
  },
];
