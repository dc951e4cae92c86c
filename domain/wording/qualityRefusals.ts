/** Texts of refusals of data quality: findings, campaigns. */
export const QUALITY_REFUSALS = {
  FINDING_UNKNOWN: {
    vi: 'Không có điểm cần làm sạch này trong sổ của đơn vị bạn.',
    en: 'There is no such finding in the book of your unit.',
  },
  FINDING_SETTLED: {
    vi: 'Điểm này vừa được xử lý, hoặc đã ở trạng thái đó. Tải lại để xem.',
    en: 'This finding has just been settled, or stands that way already. Reload to see.',
  },
} as const;
