import type { Budget, RungTime } from '../../domain/clock/law.ts';
import type { RuleSet } from '../../domain/law/ruleSet.ts';

/** One value of a rule set as the page shows it. */
export interface RuleRow {
  /** Place in the file, such as `terms.police`. */
  path: string;
  name: string;
  value: string;
  validFrom: string | null;
  validTo: string | null;
  citation: string;
  verified: boolean;
}

export interface RuleSection {
  key: string;
  rows: RuleRow[];
}

/** How names and amounts are said in the reader's language. */
export interface Say {
  word: (key: string, values?: Record<string, string | number>) => string;
  label: (both: { vi: string; en: string }) => string;
  code: (group: 'role' | 'channel' | 'conclusion' | 'certificateType', code: string) => string;
}

interface Sourced {
  citation: string;
  verified: boolean;
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
}

/** All values of a rule set that have a source, by subject, in the order in which a lawyer would read them. */
export function ruleSections(rules: RuleSet, say: Say): RuleSection[] {
  return [
    { key: 'transition', rows: transitionRows(rules, say) },
    { key: 'regimes', rows: regimeRows(rules, say) },
    { key: 'countingRule', rows: countingRows(rules, say) },
    { key: 'terms', rows: termRows(rules, say) },
    { key: 'clocks', rows: clockRows(rules, say) },
    { key: 'agencies', rows: agencyRows(rules, say) },
    { key: 'forms', rows: formRows(rules, say) },
    { key: 'fees', rows: feeRows(rules, say) },
    { key: 'wording', rows: wordingRows(rules, say) },
  ];
}

function rowOf(path: string, name: string, value: string, source: Sourced): RuleRow {
  const { citation, verified, validFrom = null, validTo = null } = source;
  return { path, name, value, validFrom, validTo, citation, verified };
}

function amountOf({ amount, unit }: Budget, { word }: Say): string {
  if (amount === 0) return word('sameDay');
  return word(unit, { count: amount });
}

function transitionRows({ transition }: RuleSet, { word, label }: Say): RuleRow[] {
  if (transition === null) return [];
  const decided = word(`transition.${transition.decidedBy}`);
  return [rowOf('transition', decided, label(transition.label), transition)];
}

function regimeRows({ regimes, complexGrounds, ...ages }: RuleSet, { word, label }: Say) {
  const known = Object.entries(regimes).flatMap(([name, regime]) =>
    regime === null
      ? []
      : [rowOf(`regimes.${name}`, label(regime.label), word(`term.${regime.term}`), regime)],
  );
  const grounds = Object.entries(complexGrounds).map(([code, ground]) =>
    rowOf(`complexGrounds.${code}`, word('ground.complex'), label(ground.label), ground),
  );
  return [...known, ...grounds, ...ageRows(ages, word)];
}

type Ages = Pick<RuleSet, 'minimumAge' | 'parentAsksNo2'>;

function ageRows({ minimumAge, parentAsksNo2 }: Ages, word: Say['word']): RuleRow[] {
  const { years } = minimumAge;
  const age = years === null ? word('none') : word('minimumAge.years', { years });
  const own = rowOf('minimumAge', word('minimumAge.name'), age, minimumAge);
  if (parentAsksNo2 === undefined) return [own];
  const { underYears } = parentAsksNo2;
  const under =
    underYears === null
      ? word('parentAsksNo2.anyAge')
      : word('parentAsksNo2.under', { years: underYears });
  return [own, rowOf('parentAsksNo2', word('parentAsksNo2.name'), under, parentAsksNo2)];
}

function countingRows({ countingRule }: RuleSet, { word }: Say): RuleRow[] {
  return Object.entries(countingRule).map(([part, rule]) =>
    rowOf(`countingRule.${part}`, word(`counting.${part}`), word(`counted.${rule.value}`), rule),
  );
}

function termRows({ terms, furtherTerms, promisedDate }: RuleSet, say: Say): RuleRow[] {
  const { word, label } = say;
  return [
    ...Object.entries(terms).map(([name, term]) =>
      rowOf(`terms.${name}`, word(`term.${name}`), amountOf(term, say), term),
    ),
    ...furtherTerms.map((term, index) =>
      rowOf(`furtherTerms.${index}`, label(term.label), amountOf(term, say), term),
    ),
    rowOf('promisedDate', word('term.promised'), word('promisedTotal'), promisedDate),
  ];
}

function timeOf(when: RungTime, say: Say): string {
  const { word } = say;
  if ('fraction' in when) {
    return word('when.fraction', { percent: Math.round(when.fraction * 100) });
  }
  if ('before' in when) return word('when.before', { amount: amountOf(when.before, say) });
  if (when.after.amount === 0) return word('when.atOnce');
  return word('when.after', { amount: amountOf(when.after, say) });
}

/** What a question asked back sets going. */
function clarificationRows({ clarification }: RuleSet, say: Say): RuleRow[] {
  if (clarification === undefined) return [];
  const { word } = say;
  const { term, stopsTheAsked: stops } = clarification;
  const value = word(stops.value ? 'clarification.stops' : 'clarification.runs');
  return [
    rowOf('clarification.term', word('term.clarification'), amountOf(term, say), term),
    rowOf('clarification.stopsTheAsked', word('pause.IDENTIFICATION'), value, stops),
  ];
}

/** On which days records go to the Centre on paper as well. */
function exchangeRows({ exchange }: RuleSet, { word }: Say): RuleRow[] {
  if (exchange === undefined) return [];
  const { paper } = exchange;
  const value = word(paper.until === null ? 'exchange.since' : 'exchange.between', {
    from: paper.from,
    until: paper.until ?? '',
  });
  return [rowOf('exchange.paper', word('exchange.paper'), value, paper)];
}

function clockRows(rules: RuleSet, say: Say): RuleRow[] {
  const { ladder = [], pauses = [], extensions = [] } = rules;
  const { word, code } = say;
  const rungs = ladder.map((rung, index) => {
    const roles = rung.tells.map((role) => code('role', role)).join(', ');
    const value = `${timeOf(rung.when, say)}; ${word('tells', { roles })}`;
    return rowOf(`ladder.${index}`, word(`rung.${rung.rung}`), value, rung);
  });
  const stops = pauses.map((pause, index) => {
    const terms = pause.terms.map((term) => word(`term.${term}`)).join(', ');
    return rowOf(`pauses.${index}`, word(`pause.${pause.reason}`), terms, pause);
  });
  const longer = extensions.map((extension, index) => {
    const term = word(`term.${extension.term}`);
    const value = word('extendedTo', { term, amount: amountOf(extension.to, say) });
    return rowOf(`extensions.${index}`, word(`extension.${extension.reason}`), value, extension);
  });
  return [
    ...rungs,
    ...stops,
    ...longer,
    ...clarificationRows(rules, say),
    ...exchangeRows(rules, say),
  ];
}

function agencyRows({ agencies }: RuleSet, { word, label }: Say): RuleRow[] {
  const parts = Object.entries(agencies).flatMap(([part, agency]) =>
    agency === undefined
      ? []
      : [rowOf(`agencies.${part}`, word(`agency.${part}`), label(agency.label), agency)],
  );
  const heads = (['issuer', 'centralIssuer'] as const).flatMap((part) => {
    const { papers } = agencies[part];
    if (papers === undefined) return [];
    const { superior, name, certificateNumber, letterNumber, dispatchNumber } = papers;
    const value = [superior, name, `…/${certificateNumber}`, `…/${letterNumber}`];
    if (dispatchNumber !== undefined) value.push(`…/${dispatchNumber}`);
    const said = value.filter((text) => text !== null).join(' · ');
    return [rowOf(`agencies.${part}.papers`, word(`papers.${part}`), said, papers)];
  });
  return [...parts, ...heads];
}

function formRows({ forms, papers, channels }: RuleSet, { word, label, code }: Say): RuleRow[] {
  return [
    ...forms.map((form, index) => rowOf(`forms.${index}`, form.code, label(form.label), form)),
    ...papers.map((paper, index) =>
      rowOf(`papers.${index}`, word('paper'), label(paper.label), paper),
    ),
    ...channels.map((channel, index) =>
      rowOf(`channels.${index}`, code('channel', channel.channel), label(channel.label), channel),
    ),
  ];
}

function feeRows({ fees }: RuleSet, { word, label }: Say): RuleRow[] {
  const { rates, extraCopy, exemptPayExtraCopies, bases } = fees;
  const vnd = (amount: number): string => word('vnd', { amount: amount.toLocaleString('vi') });
  return [
    ...Object.entries(rates).flatMap(([category, rate]) => [
      rowOf(`fees.rates.${category}`, word(`fee.${category}`), vnd(rate.amountVnd), rate),
      ...rate.grounds.map((ground, index) =>
        rowOf(
          `fees.rates.${category}.grounds.${index}`,
          word(`fee.${category}`),
          label(ground.label),
          ground,
        ),
      ),
    ]),
    rowOf(
      'fees.extraCopy',
      word('fee.copy', { copy: extraCopy.fromCopy }),
      vnd(extraCopy.amountVnd),
      extraCopy,
    ),
    rowOf(
      'fees.exemptPayExtraCopies',
      word('fee.exemptCopies'),
      word(exemptPayExtraCopies.value ? 'yes' : 'no'),
      exemptPayExtraCopies,
    ),
    ...bases.map((basis, index) => rowOf(`fees.bases.${index}`, word('fee.basis'), '', basis)),
  ];
}

/** Texts have one source together; the page shows each under it. */
function wordingRows({ wording }: RuleSet, { word, code }: Say): RuleRow[] {
  return Object.entries(wording.conclusions).flatMap(([conclusion, types]) =>
    Object.entries(types).map(([type, { text }]) =>
      rowOf(
        `wording.conclusions.${conclusion}.${type}`,
        word('wording.conclusion', {
          conclusion: code('conclusion', conclusion),
          type: code('certificateType', type),
        }),
        `“${text}”`,
        wording,
      ),
    ),
  );
}
