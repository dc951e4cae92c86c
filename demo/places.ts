import type { DateText } from '../domain/instant.ts';
import type { Random } from './random.ts';
import { communes, districts, provinceOn, provinces, received } from './reference.ts';
import type { Province } from './reference.ts';

/** From this day 34 provinces and no districts (Resolution 202/2025/QH15). */
const TWO_LEVELS_FROM: DateText = '2025-07-01';

const STREETS = (
  'Trần Hưng Đạo, Lê Lợi, Nguyễn Trãi, Quang Trung, Hai Bà Trưng, Lý Thường Kiệt, Trần Phú, ' +
  'Hùng Vương, Phan Bội Châu, Phan Chu Trinh, Nguyễn Du, Lê Hồng Phong, Nguyễn Huệ, Lê Duẩn, ' +
  'Điện Biên Phủ, Võ Thị Sáu, Hoàng Diệu, Ngô Quyền, Đinh Tiên Hoàng, Phạm Ngũ Lão, Bà Triệu, ' +
  'Nguyễn Văn Cừ, Tôn Đức Thắng, Hoàng Văn Thụ'
).split(', ');
const HAMLETS = (
  'Đông, Đoài, Trung, Thượng, Hạ, Tân Tiến, Phú Thịnh, Tân Lập, Đồng Tâm, Bình An, Hòa Bình, ' +
  'Quyết Thắng, Tân Hòa, Yên Phú, Trung Sơn, Long Thành'
).split(', ');
const SOUTHERN = ['Đông Nam Bộ', 'Đồng bằng sông Cửu Long', 'Tây Nguyên'];
const HAMLET_WORDS: Readonly<Record<string, readonly string[]>> = {
  'Đông Nam Bộ': ['Ấp'],
  'Đồng bằng sông Cửu Long': ['Ấp'],
  'Trung du và miền núi phía Bắc': ['Bản', 'Thôn', 'Xóm'],
  'Đồng bằng sông Hồng': ['Thôn', 'Xóm'],
};

/** A province of the 63, as often as it received applications in September 2023 (data/). */
export function pickOldProvince(random: Random): Province {
  return random.weighted(oldProvinces(), (province) => arrivals().get(province.mcdt_name) ?? 0);
}

/**
 * The provinces of the 63 whose land a code names on a day: one, or from 2025-07-01 all it merged.
 * Throws when no province has the code then.
 */
export function oldProvincesOf(code: string, date: DateText): Province[] {
  const key = date < TWO_LEVELS_FROM ? 'code' : 'successor_code';
  const found = oldProvinces().filter((province) => province[key] === code);
  if (found.length === 0) throw new Error(`No province has code ${code} on ${date}.`);
  return found;
}

/** The code by which a day names the land of one of the 63. */
export function codeOn(old: Province, date: DateText): string {
  return date < TWO_LEVELS_FROM ? old.code : (old.successor_code ?? old.code);
}

/**
 * An address as people write it on the form: house or hamlet, then quận/huyện, or phường/xã from
 * 2025-07-01, then province, by the names of that day. Throws when no province has the code then.
 */
export function addressIn(random: Random, provinceCode: string, date: DateText): string {
  const province = provinceOn(provinceCode, date);
  const hasDistricts = date < TWO_LEVELS_FROM;
  const area = random.pick(hasDistricts ? districtsOf(provinceCode) : communesOf(provinceCode));
  const isRural = area.kind === 'huyện' || area.kind === 'xã' || area.kind === 'đặc khu';
  const spot = isRural ? hamlet(random, province.region) : house(random, province.region);
  return `${spot}, ${inSentence(area.name)}, ${inSentence(province.name)}`;
}

/** Where one of the 63 registers a birth: district and province. */
export function birthPlaceIn(random: Random, old: Province): string {
  const district = random.pick(districtsOf(old.code));
  return `${inSentence(district.name)}, ${inSentence(old.name)}`;
}

/** “Tỉnh Nghệ An” as it reads inside a sentence: “tỉnh Nghệ An”. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

interface Area {
  name: string;
  kind: string;
  province_code: string;
}
type AreasByProvince = ReadonlyMap<string, readonly Area[]>;

let districtsByProvince: AreasByProvince | undefined;
let communesByProvince: AreasByProvince | undefined;

function districtsOf(provinceCode: string): readonly Area[] {
  districtsByProvince ??= Map.groupBy<string, Area>(districts(), (row) => row.province_code);
  return districtsByProvince.get(provinceCode) ?? [];
}

function communesOf(provinceCode: string): readonly Area[] {
  communesByProvince ??= Map.groupBy<string, Area>(communes(), (row) => row.province_code);
  return communesByProvince.get(provinceCode) ?? [];
}

function house(random: Random, region: string): string {
  const street = `đường ${random.pick(STREETS)}`;
  if (random.chance(0.6)) return `Số ${random.int(1, 480)} ${street}`;
  const alley = SOUTHERN.includes(region) ? 'hẻm' : 'ngõ';
  return `Số ${random.int(1, 60)}, ${alley} ${random.int(2, 250)} ${street}`;
}

function hamlet(random: Random, region: string): string {
  const word = random.pick(HAMLET_WORDS[region] ?? ['Thôn']);
  return `${word} ${random.chance(0.4) ? random.int(1, 12) : random.pick(HAMLETS)}`;
}

function oldProvinces(): readonly Province[] {
  return provinces().filter((province) => province.set === '63');
}

let arrivalsByName: ReadonlyMap<string, number> | undefined;

function arrivals(): ReadonlyMap<string, number> {
  arrivalsByName ??= new Map(received().map((row) => [row.province, row.received_2023_09]));
  return arrivalsByName;
}
