/** A country where Vietnamese have lived, or from which applicants come. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** In Vietnamese, as on the form. */
  name: string;
  cities: readonly string[];
  /** How many of 100 Vietnamese who lived abroad lived here; a guess. */
  abroadShare: number;
  /** How many of 100 foreign applicants come from here; a guess. */
  foreignerShare: number;
  /** Synthetic names as in the passport, in the country's own order. */
  family: readonly string[];
  givenMale: readonly string[];
  givenFemale: readonly string[];
  order: 'FAMILY_FIRST' | 'FAMILY_LAST';
}

export const COUNTRIES: readonly Country[] = [
  {
    code: 'JP',
    name: 'Nhật Bản',
    cities: ['Tokyo', 'Osaka', 'Chiba', 'Nagoya'],
    abroadShare: 38,
    foreignerShare: 16,
    family: ['Sato', 'Suzuki', 'Tanaka', 'Ito', 'Yamamoto'],
    givenMale: ['Kenji', 'Hiroshi', 'Takashi', 'Daisuke'],
    givenFemale: ['Yuko', 'Akiko', 'Naomi', 'Haruka'],
    order: 'FAMILY_FIRST',
  },
  {
    code: 'KR',
    name: 'Hàn Quốc',
    cities: ['Seoul', 'Busan', 'Incheon', 'Suwon'],
    abroadShare: 28,
    foreignerShare: 38,
    family: ['Kim', 'Lee', 'Park', 'Choi', 'Jung'],
    givenMale: ['Min Jun', 'Ji Hoon', 'Sung Ho', 'Dong Hyun'],
    givenFemale: ['Ji Woo', 'Soo Jin', 'Min Seo', 'Eun Ji'],
    order: 'FAMILY_FIRST',
  },
  {
    code: 'CN',
    name: 'Trung Quốc',
    cities: ['Quảng Châu', 'Thâm Quyến', 'Nam Ninh', 'Thượng Hải'],
    abroadShare: 8,
    foreignerShare: 26,
    family: ['Wang', 'Li', 'Zhang', 'Liu', 'Chen'],
    givenMale: ['Wei', 'Jun', 'Jianguo', 'Haoran'],
    givenFemale: ['Fang', 'Xiuying', 'Min', 'Yating'],
    order: 'FAMILY_FIRST',
  },
  {
    code: 'DE',
    name: 'Đức',
    cities: ['Berlin', 'Leipzig', 'Dresden'],
    abroadShare: 9,
    foreignerShare: 4,
    family: ['Müller', 'Schmidt', 'Schneider', 'Weber'],
    givenMale: ['Thomas', 'Stefan', 'Jonas'],
    givenFemale: ['Anna', 'Julia', 'Katharina'],
    order: 'FAMILY_LAST',
  },
  {
    code: 'US',
    name: 'Hoa Kỳ',
    cities: ['Houston', 'San Jose', 'Seattle'],
    abroadShare: 10,
    foreignerShare: 8,
    family: ['Smith', 'Johnson', 'Brown', 'Miller'],
    givenMale: ['James', 'Michael', 'Daniel'],
    givenFemale: ['Mary', 'Jennifer', 'Emily'],
    order: 'FAMILY_LAST',
  },
  {
    code: 'PH',
    name: 'Philippines',
    cities: ['Manila', 'Cebu', 'Davao'],
    abroadShare: 7,
    foreignerShare: 8,
    family: ['Santos', 'Reyes', 'Cruz', 'Garcia'],
    givenMale: ['Jose', 'Mark Anthony', 'Christian'],
    givenFemale: ['Maria', 'Angelica', 'Grace'],
    order: 'FAMILY_LAST',
  },
];
