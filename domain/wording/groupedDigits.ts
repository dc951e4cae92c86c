/** A whole number with its digits in threes, as `50.000` in Vietnamese or `50,000` in English. */
export function groupedDigits(count: number, mark: '.' | ','): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, mark);
}
