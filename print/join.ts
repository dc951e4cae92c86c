/** Objects of the joined file that no paper brings: its catalog and the root of its pages. */
const OWN = { catalog: 1, pages: 2 };
const STREAM = '\nstream\n';

interface Paper {
  /** Every object as it stands between its number and the next object, by number. */
  objects: Map<number, string>;
  /** First number that no object has. */
  size: number;
  /** Number of the root of its pages. */
  pages: number;
  pageCount: number;
}

/**
 * One PDF of several papers as they are, in their order, so that they are printed in one go. What was
 * printed before stays as it was: no page is drawn anew. A printer is told not to use the back of a
 * sheet, or two papers would share one.
 *
 * Knows the files that pdfkit writes here; throws an Error on any other, and when there is none.
 */
export function joinPapers(papers: readonly Uint8Array[]): Uint8Array {
  if (papers.length === 0) throw new Error('No paper to print');
  const bodies: string[] = [];
  const roots: number[] = [];
  let pageCount = 0;
  let shift = OWN.pages;
  for (const bytes of papers) {
    const paper = takeApart(Buffer.from(bytes).toString('latin1'));
    for (const [id, body] of paper.objects) {
      const moved = renumbered(body, shift);
      bodies[id + shift] = id === paper.pages ? under(moved) : moved;
    }
    roots.push(paper.pages + shift);
    pageCount += paper.pageCount;
    shift += paper.size - 1;
  }
  bodies[OWN.catalog] = dictionary(
    `/Type /Catalog\n/Pages ${OWN.pages} 0 R\n/Lang (vi)\n/ViewerPreferences << /Duplex /Simplex >>`,
  );
  const kids = roots.map((id) => `${id} 0 R`).join(' ');
  bodies[OWN.pages] = dictionary(`/Type /Pages\n/Count ${pageCount}\n/Kids [${kids}]`);
  return written(bodies);
}

function dictionary(entries: string): string {
  return `<<\n${entries}\n>>\nendobj\n`;
}

function takeApart(file: string): Paper {
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(file)?.[1]);
  const [head, trailer] = file.slice(table).split('trailer\n');
  const [, size] = /^xref\n0 (\d+)\n/.exec(head ?? '') ?? [];
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer ?? '')?.[1]);
  const starts = [...(head ?? '').matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
  if (size === undefined || starts.length !== Number(size) - 1)
    throw new Error('Not a PDF of ours');
  const ends = [...starts, table].toSorted((one, other) => one - other);
  const objects = new Map(
    starts.map((start, index) => {
      const number = `${index + 1} 0 obj\n`;
      if (!file.startsWith(number, start))
        throw new Error(`Object ${index + 1} is not in its place`);
      return [index + 1, file.slice(start + number.length, ends[ends.indexOf(start) + 1])];
    }),
  );
  const pages = numberIn(objects.get(root), /\/Pages (\d+) 0 R/);
  const pageCount = numberIn(objects.get(pages), /\/Count (\d+)/);
  return { objects, size: Number(size), pages, pageCount };
}

function numberIn(body: string | undefined, pattern: RegExp): number {
  const found = pattern.exec(body ?? '')?.[1];
  if (found === undefined) throw new Error(`The file has nothing like ${pattern}`);
  return Number(found);
}

/** An object whose references point to where those objects stand now; texts and streams stay as they are. */
function renumbered(body: string, shift: number): string {
  const data = body.indexOf(STREAM);
  const head = data === -1 ? body : body.slice(0, data);
  const moved = head.replace(
    /\((?:\\[\s\S]|[^\\()])*\)|(\d+) 0 R\b/g,
    (all: string, id: string | undefined) => (id === undefined ? all : `${Number(id) + shift} 0 R`),
  );
  return data === -1 ? moved : moved + body.slice(data);
}

/** The root of a paper's pages as a branch of the joined file's. */
function under(pages: string): string {
  return pages.replace('/Type /Pages\n', `/Type /Pages\n/Parent ${OWN.pages} 0 R\n`);
}

function written(bodies: readonly string[]): Uint8Array {
  const opening = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const parts = [opening];
  const places: number[] = [];
  let at = opening.length;
  for (let id = 1; id < bodies.length; id += 1) {
    places.push(at);
    const part = `${id} 0 obj\n${bodies[id]}`;
    parts.push(part);
    at += part.length;
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  parts.push(`xref\n0 ${bodies.length}\n0000000000 65535 f \n`, ...lines);
  parts.push(`trailer\n<<\n/Size ${bodies.length}\n/Root ${OWN.catalog} 0 R\n>>\n`);
  parts.push(`startxref\n${at}\n%%EOF\n`);
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
}
