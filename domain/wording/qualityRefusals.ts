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
  CAMPAIGN_UNKNOWN: {
    vi: 'Không có đợt làm sạch này ở đơn vị bạn.',
    en: 'There is no such campaign at your unit.',
  },
  CAMPAIGN_EMPTY: {
    vi: 'Không có điểm nào cần xử lý theo các quy tắc và ngày đã chọn.',
    en: 'Nothing is open under the rules and days that were chosen.',
  },
  CAMPAIGN_NOT_OPEN: {
    vi: 'Đợt làm sạch không còn ở bước này. Tải lại để xem.',
    en: 'The campaign is no longer at this step. Reload to see.',
  },
  CAMPAIGN_NOT_ASKED: {
    vi: 'Đơn vị bạn không được hỏi điểm này, hoặc điểm đã được xử lý.',
    en: 'Your unit is not asked about this, or it has been mended.',
  },
} as const;
