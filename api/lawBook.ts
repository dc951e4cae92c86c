import type { CommonQueryMethods } from 'slonik';
import { DATA } from '../db/reference.ts';
import {
  readExpungementLaws,
  readReconciliationSchedule,
  readQualitySettings,
  readSupplySources,
} from '../db/referenceFiles.ts';
import { findCalendar, getRuleSet, readLaw } from '../db/read/law.ts';
import type { ExpungementLaws } from '../domain/conviction/law.ts';
import type { CalendarSlice, Law } from '../domain/clock/law.ts';
import type { ReconciliationSchedule } from '../domain/exchange/schedule.ts';
import type { CaseBase } from '../domain/flow/flow.ts';
import type { InstantMs } from '../domain/instant.ts';
import { type CalendarVersion, wholeSlice } from '../domain/law/calendar.ts';
import { type PinnedBy, type PinnedLaw, pinLaw } from '../domain/law/pin.ts';
import { lawOf, type RuleSet } from '../domain/law/ruleSet.ts';
import type { QualitySettings } from '../domain/quality/settings.ts';
import type { SupplySources } from '../domain/supply/sources.ts';
import { Kept } from './kept.ts';
import { Refused } from './refused.ts';

/** What a case keeps of the law it is pinned to. */
type Pins = Pick<CaseBase, 'ruleSetId' | 'calendarVersion' | 'calendarOverlay'>;

/** Law as routes ask for it: what may change kept for half a minute, a calendar by its version for good. */
export class LawBook {
  readonly #db: CommonQueryMethods;
  readonly #kept = new Kept();

  constructor(db: CommonQueryMethods) {
    this.#db = db;
  }

  /** The law in force at an instant, for no unit in particular; refuses with NO_RULES_IN_FORCE. */
  async at(receivedAt: InstantMs): Promise<Law> {
    return (await this.pin({ receivedAt })).law;
  }

  /** The law a dossier pins on receipt; refuses with NO_RULES_IN_FORCE. */
  async pin(pinnedBy: PinnedBy): Promise<PinnedLaw> {
    const pinned = pinLaw(await this.#kept.get('all', () => readLaw(this.#db)), pinnedBy);
    if (pinned === null) throw new Refused('NO_RULES_IN_FORCE');
    return pinned;
  }

  /** The law a case goes by, with all of its calendar that is published. */
  of({ ruleSetId, calendarVersion, calendarOverlay }: Pins): Promise<Law> {
    const name = `law ${ruleSetId} ${calendarVersion} ${calendarOverlay ?? ''}`;
    return this.#kept.get(name, async () => {
      const calendar = await this.wholeCalendar(calendarVersion, calendarOverlay);
      return lawOf(await this.ruleSet(ruleSetId), calendar);
    });
  }

  ruleSet(id: string): Promise<RuleSet> {
    return this.#kept.get(`rules ${id}`, () => getRuleSet(this.#db, id));
  }

  /** What convictions are evaluated by; it ships with the program. */
  expungement(): Promise<ExpungementLaws> {
    return this.#kept.get('expungement', () => readExpungementLaws(DATA), Infinity);
  }

  /** Who supplies what within which term; it ships with the program. */
  supplySources(): Promise<SupplySources> {
    return this.#kept.get('supply', () => readSupplySources(DATA), Infinity);
  }

  /** Whose books are compared with whose, and how often; it ships with the program. */
  reconciliations(): Promise<ReconciliationSchedule> {
    return this.#kept.get('reconciliations', () => readReconciliationSchedule(DATA), Infinity);
  }

  /** What the rules of data quality rest on; it ships with the program. */
  qualitySettings(): Promise<QualitySettings> {
    return this.#kept.get('quality', () => readQualitySettings(DATA), Infinity);
  }

  /** A calendar by the version a case pinned, with the days and hours of its unit where it pinned any. */
  calendar(version: string, overlay?: string): Promise<CalendarVersion> {
    const read = async (): Promise<CalendarVersion> => {
      const found = await findCalendar(this.#db, version, overlay);
      if (found === null) throw new Refused('CALENDAR_UNKNOWN');
      return found;
    };
    return this.#kept.get(`calendar ${version} ${overlay ?? ''}`, read, Infinity);
  }

  /**
   * The same as arithmetic takes it, as far as it is published: rows may lie years back, which the
   * slice that travels with a new case does not reach. Always the same slice, so that the engine's
   * tables of it are made once.
   */
  wholeCalendar(version: string, overlay?: string): Promise<CalendarSlice> {
    const cut = async (): Promise<CalendarSlice> =>
      wholeSlice(await this.calendar(version, overlay));
    return this.#kept.get(`slice ${version} ${overlay ?? ''}`, cut, Infinity);
  }

  /** Ask the database anew: something was published by this process. */
  forget(): void {
    this.#kept.forget();
  }
}
