import type { FindingLine } from '../../domain/quality/finding.ts';
import { begun } from '../../domain/quality/mending.ts';

/** Where what a finding is about is read. */
export function subjectPath({ about, subject }: Pick<FindingLine, 'about' | 'subject'>): string {
  return about === 'SUPPLY' ? `/so-tiep-nhan/${subject}` : `/ly-lich/${subject}`;
}

/** Where it is mended: the form of the change, begun, or the page on which it is done. */
export function mendPath(line: FindingLine): string {
  return begun(line) === null ? subjectPath(line) : `${subjectPath(line)}?diem=${line.id}`;
}
