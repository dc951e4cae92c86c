import { expect, test } from '@jest/globals';
import { LIST_HEAD, readListLine } from '../../../domain/exchange/supplierList.ts';
import { tableLines } from '../../../domain/tableLines.ts';

const HEADINGS = ['Họ và tên', 'Số bản án', 'Ngày bản án', 'Loại thông tin', 'Ngày sinh'];

function read(cells: string[]) {
  const [line] = tableLines(LIST_HEAD, [HEADINGS, cells], [1, 2]) ?? [];
  if (line === undefined) throw new Error('no line');
  return readListLine(line);
}

test('a line says what was sent; without a kind it is a judgment, without a birth date none is compared', () => {
  expect(read(['Lê Văn Sổ', '7/2015/HSST', '10/05/2015', '', ''])).toEqual({
    paper: {
      kind: 'JUDGMENT',
      number: '7/2015/HSST',
      date: '2015-05-10',
      effectiveDate: null,
      personName: 'Lê Văn Sổ',
      birthDate: null,
    },
  });
});

test.each([
  [['', '7/2015', '10/05/2015', '', ''], [{ column: 'fullName', code: 'REQUIRED' }]],
  [['Lê Văn Sổ', '7/2015', '31/02/2015', '', ''], [{ column: 'date', code: 'WRONG_FORMAT' }]],
  [['Lê Văn Sổ', '7/2015', '10/05/2015', 'Thư', ''], [{ column: 'kind', code: 'WRONG_FORMAT' }]],
  [['=HYPERLINK(1)', '7/2015', '10/05/2015', '', ''], [{ column: 'fullName', code: 'FORMULA' }]],
  [['Lê Văn Sổ', '7/2015'], [{ column: 'birthDate', code: 'ROW_TRUNCATED' }]],
])('%j is refused by its columns', (cells, faults) => {
  expect(read(cells)).toEqual({ faults });
});
