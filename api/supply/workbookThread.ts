import { readWorkbook } from './workbook.ts';

/** The work of the thread that reads workbooks. */
export default readWorkbook;
