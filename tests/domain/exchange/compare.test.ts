import { expect, test } from '@jest/globals';
import { differencesBetween } from '../../../domain/exchange/compare.ts';
import { slipKey } from '../../../domain/exchange/slip.ts';
import { aRecord } from '../../support/scenes.ts';

test('copies that are spelled in other code points or spaces are the same', () => {
  const electronic = aRecord('Trần Văn Hòa');
  const paper = aRecord('Trần  Văn Hòa '.normalize('NFD'));
  expect(differencesBetween(electronic, paper)).toEqual([]);
  expect(differencesBetween(electronic, { ...paper, note: '' })).toEqual([]);
});

test('every field that differs is named with both values', () => {
  const electronic = aRecord();
  const paper = aRecord('Trần Văn Mầu');
  paper.judgment.number = '8/2022/HSST';
  paper.judgment.courtFees = '200.000 đồng';
  expect(differencesBetween(electronic, paper)).toEqual([
    { path: 'person.fullName', electronic: 'Trần Văn Mẫu', paper: 'Trần Văn Mầu' },
    { path: 'judgment.number', electronic: '7/2022/HSST', paper: '8/2022/HSST' },
    { path: 'judgment.courtFees', electronic: null, paper: '200.000 đồng' },
  ]);
});

test('the order of papers and other names says nothing, another number does', () => {
  const of = (...numbers: string[]) => ({
    documents: numbers.map((number) => ({ type: 'CMND', number })),
  });
  expect(differencesBetween(of('012345678', '112345678'), of('112345678', '012345678'))).toEqual(
    [],
  );
  expect(differencesBetween(of('012345678'), of('012345679'))).toEqual([
    { path: 'documents.0.number', electronic: '012345678', paper: '012345679' },
  ]);
});

test('a document is the same however its issuer is spelled, and another one by its number', () => {
  const document = {
    type: 'Giấy chứng nhận chấp hành xong án phạt tù',
    number: '12/GCN',
    date: '2015-06-01',
    issuedBy: 'Trại giam Mẫu',
    content: 'Đã chấp hành xong',
  };
  const key = (changes: object) =>
    slipKey({ judgment: null, document: { ...document, ...changes } });
  expect(key({ issuedBy: 'TRẠI  GIAM MẪU', content: 'x' })).toBe(key({}));
  expect(key({ number: '13/GCN' })).not.toBe(key({}));
});
