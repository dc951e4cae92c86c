import { expect, test } from '@jest/globals';
import { dateOfCell, outcomeOfCell, questionCells, saysTheSame } from '../../domain/answerSheet.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { ANSWER_ORDER, QUESTIONS } from '../../domain/wording/questions.ts';

const REQUEST = {
  requestId: 'HN-P-2023-000001/POLICE-1',
  round: 1,
  kind: 'POLICE',
  askedBy: 'Sở Tư pháp',
  purpose: 'Xin việc',
  legalBasis: 'Điều 47',
  // The end of 25 September in Viet Nam.
  dueAt: '2023-09-25T16:59:59.999Z',
  person: {
    fullName: 'Nguyễn Thị Mẫu',
    otherNames: [],
    gender: 'FEMALE',
    birthDate: '1990-03-07',
    birthPlace: 'Hà Nội',
    nationality: 'VN',
    personalId: '001190012345',
    documents: [
      { type: 'CMND', number: '012345678', issuedOn: null, issuedBy: null, former: true },
    ],
    fatherName: null,
    motherName: 'Trần Thị Mẫu',
    residences: [{ from: '2004-05', to: null, place: '1 phố Mẫu' }],
  },
  identification: null,
  judgments: [
    { judgmentNumber: '12/2015/HSST', judgmentDate: '2015-03-02', court: 'Tòa án huyện Mẫu' },
  ],
} as const;

function cellsOf(birthDate: string = REQUEST.person.birthDate) {
  const residences = [...REQUEST.person.residences];
  const documents = [...REQUEST.person.documents];
  const person = { ...REQUEST.person, birthDate, residences, otherNames: [], documents };
  return questionCells({ ...REQUEST, person, judgments: [...REQUEST.judgments] });
}

test('a question is written so that a spreadsheet keeps it', () => {
  expect(cellsOf()).toMatchObject({
    birthDate: '07.03.1990',
    personalId: '001 190 012 345',
    documents: 'Chứng minh nhân dân 012345678 (giấy tờ cũ)',
    dueAt: '25.09.2023',
    parents: 'Trần Thị Mẫu',
    residences: 'tháng 05 năm 2004 – nay: 1 phố Mẫu',
    judgments: '12/2015/HSST ngày 02.03.2015, Tòa án huyện Mẫu',
  });
  expect(cellsOf('1990').birthDate).toBe('1990');
});

test.each([
  ['birthDate', '7/3/1990', true],
  ['birthDate', '3/7/1990', true],
  ['birthDate', '1990-03-07', true],
  ['birthDate', '07.03.1991', false],
  ['birthDate', '', false],
  ['personalId', '1190012345', true],
  ['personalId', "'001190012345", true],
  ['personalId', '001 190 012 346', false],
  ['fullName', '  Nguyễn  Thị Mẫu', true],
  ['fullName', 'Nguyễn Thị Mẫu'.normalize('NFD'), true],
  ['fullName', 'Nguyễn Thị Mầu', false],
  ['round', '1', true],
  ['round', '2', false],
] as const)('%s saved as %j is the same: %s', (column, cell, same) => {
  expect(saysTheSame(column, cell, cellsOf()[column])).toBe(same);
});

test.each(VERIFICATION_KINDS)(
  'a %s names its answers by digit, code or word, as it calls them',
  (kind) => {
    ANSWER_ORDER.forEach((outcome, index) => {
      const { vi, en } = QUESTIONS[kind].outcomes[outcome];
      for (const cell of [
        `${index + 1}`,
        `${index + 1}. ${vi}`,
        outcome,
        vi,
        en,
        vi.toUpperCase(),
      ]) {
        expect(outcomeOfCell(cell, kind)).toBe(outcome);
      }
    });
    for (const cell of ['', '0', '6', '11', 'có lẽ']) expect(outcomeOfCell(cell, kind)).toBeNull();
  },
);

test('dates are read as people write them; what is none stays for its field to refuse', () => {
  expect(['7/3/2015', '07.03.2015', '07-03-2015', '2015-03-07'].map(dateOfCell)).toEqual(
    Array(4).fill('2015-03-07'),
  );
  expect(['31/2/2015', 'mai', '3/2015'].map(dateOfCell)).toEqual(['31/2/2015', 'mai', '3/2015']);
});
