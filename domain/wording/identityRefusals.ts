/** Texts of refusals about who a person is. */
export const IDENTITY_REFUSALS = {
  LOOK_UP_NOT_YET: {
    vi: 'Hồ sơ chưa được tiếp nhận nên chưa được tra cứu thông tin lý lịch tư pháp.',
    en: 'The application is not accepted yet; records may not be looked up for it.',
  },
  CANDIDATE_NOT_FOUND: {
    vi: 'Người này không (hoặc không còn) trong kết quả tra cứu của hồ sơ. Tra cứu lại.',
    en: 'This person is not, or no longer, among what the look-up of this case finds. Look up again.',
  },
};
