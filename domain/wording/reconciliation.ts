import type { Finding, SETTLEMENTS } from '../exchange/reconciliation.ts';
import type { Language } from './refusals.ts';

type Texts = Readonly<Record<Language, string>>;

/** Findings and settlements as screens, exports and minutes say them. */
export const FINDING_NAMES: Readonly<Record<Finding, Texts>> = {
  MISSING_HERE: { vi: 'Đơn vị không có', en: 'Missing with the unit' },
  MISSING_THERE: { vi: 'Bên kia không có', en: 'Missing on the other side' },
  DIFFERENT: { vi: 'Hai bên khác nhau', en: 'Both sides differ' },
};

export const SETTLEMENT_NAMES: Readonly<Record<(typeof SETTLEMENTS)[number], Texts>> = {
  SLIP: { vi: 'Đã gửi phiếu', en: 'Mended by a slip' },
  AMENDMENT: { vi: 'Đã sửa bản lý lịch', en: 'Mended by an amendment' },
  LATE_RECEPTION: { vi: 'Đã vào sổ bổ sung', en: 'Entered late' },
  EXPLAINED: { vi: 'Giải trình', en: 'Explained' },
  COMPARED_AGAIN: { vi: 'Hết khác biệt khi so lại', en: 'Gone when compared again' },
};
