import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { addDays, type DateText } from '../../domain/instant.ts';
import { pick, uniform } from './chance.ts';

/** Frequent offences with their articles in the codes of 1999 and 2015 (data/offences.csv). */
const OFFENCES = [
  { name: 'Tội trộm cắp tài sản', old: 138, now: 173 },
  { name: 'Tội lừa đảo chiếm đoạt tài sản', old: 139, now: 174 },
  {
    name: 'Tội cố ý gây thương tích hoặc gây tổn hại cho sức khỏe của người khác',
    old: 104,
    now: 134,
  },
  { name: 'Tội đánh bạc', old: 248, now: 321 },
  { name: 'Tội gây rối trật tự công cộng', old: 245, now: 318 },
] as const;

const PENALTIES = [
  { text: '06 tháng tù, cho hưởng án treo, thời gian thử thách 12 tháng', days: 365 },
  { text: '09 tháng tù', days: 275 },
  { text: '12 tháng cải tạo không giam giữ', days: 365 },
  { text: '01 năm 06 tháng tù', days: 548 },
] as const;

const CODE_1999_FROM = '2000-07-01';
const CODE_2015_FROM = '2018-01-01';
const LATEST_YEARS_AGO_DAYS = 365;

/**
 * A judgment such as the files could hold: after the person's 18th birthday, at least a year old,
 * under the code in force on its day. Depends on seed, birth year and court; synthetic throughout.
 */
export function plausibleEntry(
  seed: string,
  birthDate: string,
  court: string,
  today: DateText,
): ConvictionEntry {
  const latest = addDays(today, -LATEST_YEARS_AGO_DAYS);
  const adult = `${Number(birthDate.slice(0, 4)) + 19}-01-01`;
  const earliest = adult > CODE_1999_FROM ? adult : CODE_1999_FROM;
  const judgmentDate = earliest < latest ? dateBetween(seed, earliest, latest) : latest;
  const year = judgmentDate.slice(0, 4);
  const offence = pick(`${seed}/offence`, OFFENCES);
  const penalty = pick(`${seed}/penalty`, PENALTIES);
  const clause = 1 + Math.floor(uniform(`${seed}/clause`) * 2);
  const under2015 = judgmentDate >= CODE_2015_FROM;
  const article = under2015 ? offence.now : offence.old;
  const served = addDays(judgmentDate, penalty.days);
  return {
    judgmentNumber: `${1 + Math.floor(uniform(`${seed}/number`) * 180)}/${year}/HSST`,
    judgmentDate,
    court,
    offence: offence.name,
    provision: `khoản ${clause} Điều ${article} Bộ luật Hình sự năm ${under2015 ? 2015 : 1999}`,
    penalty: penalty.text,
    executionStatus:
      served <= today
        ? `Đã chấp hành xong ngày ${served.split('-').reverse().join('/')}`
        : 'Đang chấp hành',
  };
}

function dateBetween(seed: string, from: DateText, to: DateText): DateText {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return addDays(from, Math.floor(uniform(`${seed}/date`) * days));
}
