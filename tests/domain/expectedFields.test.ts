import { expect, test } from '@jest/globals';
import { ApplicationSubmission } from '../../domain/application.ts';
import { RecordSubmission } from '../../domain/record.ts';
import { issueText } from '../../domain/wording/expected.ts';
import { anApplication, aRecord } from '../support/scenes.ts';

/** A copy of something with the value at a path replaced. */
function spoilt(whole: object, path: string, value: unknown): unknown {
  const copy = structuredClone(whole);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<object>((at, step) => Reflect.get(at, step) as object, copy);
  Reflect.set(holder, last, value);
  return copy;
}

/** What is said at a path of a form whose value there is not taken. */
function saidOf(
  schema: typeof ApplicationSubmission | typeof RecordSubmission,
  whole: object,
  path: string,
  value: unknown,
) {
  const parsed = schema.safeParse(spoilt(whole, path, value));
  const issue = parsed.error?.issues.find((one) => one.path.join('.') === path);
  if (issue === undefined) throw new Error(`${path} is taken`);
  return issueText(issue, value === null || value === '');
}

test.each<[string, unknown, string, string]>([
  [
    'subject.personalId',
    '123',
    'Sai định dạng. Đúng 12 chữ số.',
    'Wrong format. Exactly 12 digits.',
  ],
  [
    'subject.fullName',
    'A'.repeat(101),
    'Quá dài hoặc quá nhiều. 1–100 chữ cái',
    'Too long or too many. 1 to 100 letters',
  ],
  [
    'subject.fullName',
    'A 1',
    'Không phải tên người. 1–100 chữ cái',
    'Not a name. 1 to 100 letters',
  ],
  ['subject.fullName', '', 'Bắt buộc nhập. 1–100 chữ cái', 'Required. 1 to 100 letters'],
  [
    'subject.fullName',
    'A\u0007',
    'Có ký tự điều khiển. 1–100 chữ cái',
    'Contains control characters. 1 to 100',
  ],
  [
    'subject.birthDate',
    '31/13/1990',
    'Sai định dạng. Ngày dạng dd/MM/yyyy',
    'Wrong format. A date dd/MM/yyyy',
  ],
  [
    'subject.residenceHistory',
    [],
    'Để trống hoặc quá ngắn. Ít nhất một nơi cư trú',
    'Empty or too short. At least one place',
  ],
  [
    'subject.residenceHistory.0.from',
    'x',
    'Sai định dạng. Tháng dạng MM/yyyy',
    'Wrong format. A month MM/yyyy',
  ],
  [
    'subject.residenceHistory.0.from',
    null,
    'Bắt buộc nhập. Tháng dạng MM/yyyy',
    'Required. A month MM/yyyy',
  ],
  ['subject.residenceHistory.0.place', '', 'Bắt buộc nhập', 'Required'],
  [
    'subject.permanentResidence.provinceCode',
    null,
    'Bắt buộc nhập. Chọn tỉnh',
    'Required. Choose a province',
  ],
  ['subject.nationality', null, 'Bắt buộc nhập. Chọn nước', 'Required. Choose a country'],
  [
    'subject.gender',
    null,
    'Bắt buộc nhập. Chọn trong danh sách.',
    'Required. Choose from the list.',
  ],
  ['subject.phone', '12', 'Sai định dạng. 10–11 chữ số', 'Wrong format. 10 to 11 digits'],
  ['subject.email', 'x', 'Sai định dạng. Địa chỉ thư điện tử', 'Wrong format. An e-mail address'],
  [
    'purpose',
    'x'.repeat(201),
    'Quá dài hoặc quá nhiều. Tối đa 200 ký tự.',
    'Too long or too many. At most 200 characters.',
  ],
  ['copies', 0, 'Để trống hoặc quá ngắn. Ít nhất 1.', 'Empty or too short. At least 1.'],
  [
    'feeCategory',
    'x',
    'Không có trong danh sách. Chọn trong danh sách.',
    'Not one of the choices. Choose from the list.',
  ],
])('%s with %j says what is expected in both languages', (path, value, vi, en) => {
  const said = saidOf(ApplicationSubmission, anApplication(), path, value);
  expect(said.vi.startsWith(vi)).toBe(true);
  expect(said.en.startsWith(en)).toBe(true);
});

test('a record and a slip read the same table', () => {
  const said = (path: string, value: unknown) =>
    saidOf(RecordSubmission, aRecord(), path, value).vi;
  expect(said('judgment.date', '2022-13-01')).toMatch(
    /^Sai định dạng\. Ngày có thật dạng dd\/MM\/yyyy/u,
  );
  expect(said('judgment.date', '1700-01-01')).toMatch(/^Năm phải từ 1800 đến 2999\. Ngày có thật/u);
  expect(said('person.provinceCode', '')).toMatch(/^Bắt buộc nhập\. Chọn tỉnh/u);
  expect(said('judgment.number', 'x'.repeat(61))).toBe('Quá dài hoặc quá nhiều. Tối đa 60 ký tự.');
});

test('a rule about several fields says what it is, not how the field is typed', () => {
  const whole = anApplication();
  const [home] = whole.subject.residenceHistory;
  const history = [{ ...home, from: '2010-01', to: '2009-01' }];
  const parsed = ApplicationSubmission.safeParse(
    spoilt(whole, 'subject.residenceHistory', history),
  );
  const [issue] = parsed.error?.issues ?? [];
  expect(issue && issueText(issue, false)).toEqual({
    vi: 'Kết thúc trước khi bắt đầu',
    en: 'Ends before it starts',
  });
});
