/** What the fields hold as the API takes it: a day that is taken out of the calendar has no name, a year left empty is none. */
export function changeOf(change: unknown): unknown {
  const { days, extendTo, ...rest } = change as {
    days?: Record<string, unknown>[];
    extendTo?: number | null;
  };
  if (days === undefined) return rest;
  const kept = days.map(({ date, kind, source, ...named }) => {
    return kind === 'ordinary' ? { date, kind, source } : { date, kind, source, ...named };
  });
  return { ...rest, days: kept, extendTo: extendTo ?? undefined };
}
