import type { ClockStep, DeadlineExplanation, ExplainedDay } from '../domain/deadline.ts';
import { type InstantMs, weekdayOf } from '../domain/instant.ts';
import { lunarText } from '../domain/law/lunar.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import type { DayCell } from './dayGrid.ts';
import { DEMONSTRATION_NOTE, longInstant, mastheadOf } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';

/** What the passport of a deadline prints. */
export interface PassportData {
  letterhead: OfficeNames;
  dossierNumber: string;
  explanation: DeadlineExplanation;
  printedAt: InstantMs;
}

export interface PassportOptions {
  /** Footnote that the paper has no legal value. */
  demo?: boolean;
}

const CLOCKS: Readonly<Record<string, string>> = {
  total: 'Thời hạn giải quyết hồ sơ',
  expunged: 'Thời hạn chứng nhận cho người đương nhiên được xóa án tích',
  verification: 'Thời hạn trả lời xác minh',
  supplement: 'Thời hạn bổ sung hồ sơ',
  send: 'Thời hạn gửi thông tin về Trung tâm',
};
const UNITS = {
  calendarDay: 'ngày (kể cả ngày nghỉ)',
  workingDay: 'ngày làm việc',
  workingHour: 'giờ làm việc',
  hour: 'giờ liên tục, kể cả ban đêm và ngày nghỉ',
};
const DAYS = {
  START: 'Bắt đầu, không tính',
  COUNTED: 'Tính',
  MAKE_UP_COUNTED: 'Làm bù, tính',
  WEEKEND: 'Cuối tuần',
  HOLIDAY: 'Nghỉ lễ',
  DAY_OFF: 'Nghỉ hoán đổi',
  PAUSED: 'Tạm dừng',
  AFTER_HOURS: 'Ngoài giờ làm việc',
  ROLLED_FORWARD: 'Lùi sang ngày làm việc',
  DUE: 'HẾT HẠN',
} satisfies Record<ExplainedDay['kind'], string>;
const REASONS: Readonly<Record<string, string>> = {
  SUPPLEMENT: 'chờ bổ sung hồ sơ',
  CARD_INDEX: 'phải tra cứu tàng thư của Bộ Công an',
  totalSimple: 'áp dụng thời hạn thông thường',
  totalComplex: 'áp dụng thời hạn của trường hợp phức tạp',
  totalUrgent: 'áp dụng thời hạn khẩn cấp',
};

/** The texts of a deadline passport in reading order: rule, dates, what happened, day by day. */
export function composePassport(data: PassportData, options: PassportOptions = {}): Sheet {
  const { letterhead, dossierNumber, explanation, printedAt } = data;
  return {
    documentTitle: `Giải trình thời hạn hồ sơ ${dossierNumber}`,
    createdAt: printedAt,
    bodySize: 11,
    masthead: mastheadOf(letterhead, `Hồ sơ: ${dossierNumber}`, printedAt),
    blocks: [
      { kind: 'title', lines: ['GIẢI TRÌNH THỜI HẠN', nameOf(explanation)] },
      ...ruleBlocks(explanation),
      { kind: 'heading', text: 'Diễn biến:' },
      ...explanation.steps.map(stepBlock),
      { kind: 'heading', text: 'Từng ngày:' },
      gridBlock(explanation),
      { kind: 'paragraph', style: 'italic', text: sumOf(explanation) },
    ],
    closing: [],
    watermark: null,
    footnote: options.demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Hồ sơ ${dossierNumber}`,
  };
}

function nameOf({ clock }: DeadlineExplanation): string {
  const [kind = ''] = clock.name.split(':');
  return CLOCKS[kind] ?? clock.name;
}

function ruleBlocks({ clock, calendarVersion, forecast }: DeadlineExplanation): Block[] {
  const checked = clock.verified ? '' : ' (chưa đối chiếu với văn bản)';
  const state = forecast ? ', có ngày nghỉ mới là dự kiến' : ', các ngày nghỉ đã công bố';
  const stands = clock.pausedAt === null ? '' : ' (đang tạm dừng, tính như chạy tiếp từ lúc in)';
  return [
    field('Thời hạn:', `${clock.amount} ${UNITS[clock.unit]}`),
    field('Căn cứ:', `${clock.citation}${checked}`),
    field('Tính từ:', longInstant(Date.parse(clock.startedAt))),
    field('Hết hạn:', `${longInstant(Date.parse(clock.dueAt))}${stands}`, true),
    field('Lịch làm việc:', `phiên bản ${calendarVersion}${state}`),
  ];
}

const STEPS = {
  STARTED: 'Bắt đầu tính thời hạn',
  PAUSED: 'Tạm dừng',
  RESUMED: 'Tính tiếp',
  EXTENDED: 'Kéo dài',
  RECLASSIFIED: 'Đổi thời hạn',
  RECALCULATED: 'Tính lại theo lịch làm việc mới',
  STOPPED: 'Dừng, đã xong việc',
} satisfies Record<ClockStep['kind'], string>;

function stepBlock({ kind, at, reason, citation, dueBefore, dueAt }: ClockStep): Block {
  const why = reason === null ? '' : `: ${REASONS[reason] ?? reason}`;
  const moved =
    dueBefore === null || dueAt === null
      ? ''
      : `; hạn cũ ${shortInstant(dueBefore)}, hạn mới ${shortInstant(dueAt)}`;
  const by = citation === null ? '' : `. Căn cứ: ${citation}`;
  const text = `${shortInstant(at)}: ${STEPS[kind]}${why}${moved}${by}`;
  return { kind: 'paragraph', style: 'regular', indented: true, text };
}

function gridBlock({ days, clock }: DeadlineExplanation): Block {
  const inHours = clock.unit === 'hour' || clock.unit === 'workingHour';
  let sum = 0;
  const cells = days.map((day): DayCell => {
    sum += day.counted;
    const amount = inHours ? `${tidy(day.counted)} giờ` : `ngày thứ ${sum}`;
    return {
      date:
        day.name === null
          ? shortDay(day.date)
          : `${shortDay(day.date)} (ÂL ${lunarText(day.date, 'nhuận')})`,
      does: day.counted > 0 ? `${countedAs(day.kind)}: ${amount}` : DAYS[day.kind],
      note: noteOf(day),
      strong: day.counted > 0 || day.kind === 'DUE',
      framed: day.kind === 'DUE',
    };
  });
  const column = (weekdayOf(days[0]?.date ?? '1970-01-05') + 6) % 7;
  return { kind: 'days', column, cells };
}

/** A first date is not counted in days, but its hours are. */
function countedAs(kind: ExplainedDay['kind']): string {
  return kind === 'START' ? 'Bắt đầu, tính' : DAYS[kind];
}

function noteOf({ name, confirmed, paused }: ExplainedDay): string | null {
  if (paused !== null) return REASONS[paused.reason] ?? paused.reason;
  if (name === null) return null;
  return confirmed === false ? `${name.vi} (dự kiến)` : name.vi;
}

function sumOf({ days, clock }: DeadlineExplanation): string {
  const sum = tidy(days.reduce((total, { counted }) => total + counted, 0));
  const amount = tidy(clock.amount);
  const [unit] = UNITS[clock.unit].split(/ \(|,/u);
  const verdict = sum === amount ? 'đúng bằng' : 'KHÁC với';
  return `Cộng phần được tính: ${sum} ${unit}, ${verdict} thời hạn ${amount} ${unit}.`;
}

/** Hours without the dust of binary fractions, decimal comma. */
function tidy(amount: number): string {
  return String(Math.round(amount * 100) / 100).replace('.', ',');
}

function shortDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${day}/${month}`;
}

/** An instant in Vietnam as `09 giờ 00 phút, ngày …`, the long form being the only official one. */
function shortInstant(iso: string): string {
  return longInstant(Date.parse(iso));
}

function field(label: string, text: string, strong = false): Block {
  return { kind: 'field', label, text, strong };
}
