/** `npm run -s deadline`: the legal clock for anyone at a prompt (see `--help`). */
import { parseArgs } from 'node:util';
import { answer } from './answer.ts';
import { BadQuestion } from './badQuestion.ts';
import { answerBatch } from './batch.ts';
import { HELP } from './help.ts';
import { readCalendar, readRules } from './lawFiles.ts';
import { readInstant } from './localTime.ts';
import { passportText } from './passport.ts';
import { chooseRuleSet, chooseTerm, readBudget } from './terms.ts';

const OPTIONS = {
  rules: { type: 'string' },
  clock: { type: 'string' },
  from: { type: 'string' },
  complex: { type: 'boolean', default: false },
  urgent: { type: 'boolean', default: false },
  amount: { type: 'string' },
  unit: { type: 'string' },
  batch: { type: 'string' },
  calendar: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

// Who reads us may have read enough, as in `… | head`.
process.stdout.on('error', () => process.exit(0));
try {
  process.exitCode = await reply();
} catch (error) {
  if (!(error instanceof BadQuestion)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function reply(): Promise<number> {
  const asked = readArguments();
  if (asked.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (asked.batch !== undefined) {
    refuseBeside(asked, 'batch', ['rules', 'clock', 'from', 'amount', 'unit']);
    const complain = (sentence: string): void => console.error(sentence);
    const bad = await answerBatch(asked.batch, await readCalendar(asked.calendar), {
      out: process.stdout,
      complain,
    });
    return bad === 0 ? 0 : 1;
  }
  if (asked.from === undefined) throw new BadQuestion('From when? Give --from (see --help).');
  const from = readInstant(asked.from);
  const calendar = await readCalendar(asked.calendar);
  if (asked.clock === undefined) {
    if (asked.amount === undefined || asked.unit === undefined) {
      throw new BadQuestion('Which term? Give --clock, or --amount and --unit (see --help).');
    }
    refuseBeside(asked, 'amount', ['rules']);
    const found = answer(from, readBudget(asked.amount, asked.unit), null, calendar);
    print(asked.json ? JSON.stringify(found) : passportText(found, null));
    return 0;
  }
  refuseBeside(asked, 'clock', ['amount', 'unit']);
  const ruleSet = chooseRuleSet(await readRules(), asked.rules, from);
  const term = chooseTerm(ruleSet, asked.clock, asked);
  const found = answer(from, term, asked.clock, calendar);
  print(asked.json ? JSON.stringify(found) : passportText(found, term));
  return 0;
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new BadQuestion(`${sentence} (see --help).`);
  }
}

type Asked = ReturnType<typeof readArguments>;

function refuseBeside(asked: Asked, option: keyof Asked, others: readonly (keyof Asked)[]): void {
  const both = others.find((other) => asked[other] !== undefined);
  if (both !== undefined) throw new BadQuestion(`--${option} and --${both} do not go together.`);
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
