import type { DateText } from '../instant.ts';
import { type AskedUnit, existsOn, holderOfFiles, unitOfTime } from './askedUnit.ts';
import type { RoutedPerson } from './routes.ts';

/**
 * The units to which, on an earlier day, a question about a person would have gone that goes to `asked`
 * today: more than one where it has taken over since from several in whose provinces the person lived.
 * What one of them answered then serves for `asked` only if it is the only one.
 */
export function askedThen(
  asked: AskedUnit,
  { residenceHistory }: Pick<RoutedPerson, 'residenceHistory'>,
  { today, earlier }: { today: DateText; earlier: DateText },
  units: readonly AskedUnit[],
): string[] {
  const isAsked = (unit: AskedUnit): boolean =>
    holderOfFiles(unit, today, units).code === asked.code;
  if (asked.provinceCode === null) {
    const before = units.filter(
      (unit) => unit.provinceCode === null && unit.code !== asked.code && isAsked(unit),
    );
    const stood = before.filter((unit) => existsOn(unit, earlier));
    return (stood.length > 0 ? stood : [asked]).map(({ code }) => code);
  }
  const codes = residenceHistory.flatMap(({ provinceCode, to }) => {
    if (provinceCode === null) return [];
    const now = unitOfTime(asked.kind, provinceCode, to ?? today, units);
    if (now === null || !isAsked(now)) return [];
    const until = to !== null && to < earlier ? to : earlier;
    const unit = unitOfTime(asked.kind, provinceCode, until, units);
    return unit === null ? [] : [holderOfFiles(unit, earlier, units).code];
  });
  return [...new Set(codes)];
}
