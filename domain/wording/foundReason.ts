/** Why a judgment found while a certificate was issued is added to a record, as the record keeps it. */
export function foundReason(caseId: string): string {
  return `Tìm thấy khi cấp phiếu lý lịch tư pháp, hồ sơ ${caseId}`;
}
