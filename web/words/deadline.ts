import { inBoth } from './inBoth.ts';

const said = inBoth({
  dayByDay: ['{{name}}: từng ngày', '{{name}}: day by day'],
  nthDay: ['ngày thứ {{n}}', 'day {{n}}'],
  forecast: ['dự kiến', 'forecast'],
});
const amount = inBoth({
  calendarDay_one: ['{{count}} ngày lịch', '{{count}} calendar day'],
  calendarDay_other: ['{{count}} ngày lịch', '{{count}} calendar days'],
  workingDay_one: ['{{count}} ngày làm việc', '{{count}} working day'],
  workingDay_other: ['{{count}} ngày làm việc', '{{count}} working days'],
  workingHour_one: ['{{count}} giờ làm việc', '{{count}} working hour'],
  workingHour_other: ['{{count}} giờ làm việc', '{{count}} working hours'],
  hour_one: ['{{count}} giờ', '{{count}} hour'],
  hour_other: ['{{count}} giờ', '{{count}} hours'],
});
const weekday = inBoth({
  0: ['CN', 'Sun'],
  1: ['T2', 'Mon'],
  2: ['T3', 'Tue'],
  3: ['T4', 'Wed'],
  4: ['T5', 'Thu'],
  5: ['T6', 'Fri'],
  6: ['T7', 'Sat'],
});
const dayKind = inBoth({
  START: ['Ngày đầu, không tính', 'First day, not counted'],
  START_COUNTED: ['Bắt đầu, tính', 'Starts, counted'],
  COUNTED: ['Tính', 'Counted'],
  MAKE_UP_COUNTED: ['Làm bù, tính', 'Make-up, counted'],
  WEEKEND: ['Cuối tuần', 'Weekend'],
  HOLIDAY: ['Nghỉ lễ', 'Holiday'],
  DAY_OFF: ['Nghỉ hoán đổi', 'Swapped day off'],
  PAUSED: ['Tạm dừng', 'Standing still'],
  AFTER_HOURS: ['Ngoài giờ làm việc', 'After office hours'],
  ROLLED_FORWARD: ['Dời sang ngày làm việc', 'Moved to next working day'],
  DUE: ['Hết hạn', 'Due'],
});

/** Words of a deadline explained day by day, for officers and citizens alike. */
export const deadlineWords = {
  vi: { ...said.vi, amount: amount.vi, weekday: weekday.vi, dayKind: dayKind.vi },
  en: { ...said.en, amount: amount.en, weekday: weekday.en, dayKind: dayKind.en },
};
