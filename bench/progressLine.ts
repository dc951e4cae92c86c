const LINE_EVERY_MS = { terminal: 1_000, file: 10_000 } as const;

/** How much a count grew per second since it was last asked, as a whole number. */
export type PerSecond = (count: number) => string;

/** Shows where a run stands, on one line of a terminal or a line now and then; stops when called. */
export function showLine(
  lineOf: (perSecond: PerSecond) => string,
  out: NodeJS.WriteStream = process.stderr,
): () => void {
  let before = 0;
  const every = out.isTTY ? LINE_EVERY_MS.terminal : LINE_EVERY_MS.file;
  const perSecond: PerSecond = (count) => {
    const grown = ((count - before) / every) * 1000;
    before = count;
    return grown.toFixed(0);
  };
  const show = (): void => {
    const line = lineOf(perSecond);
    out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  };
  const timer = setInterval(show, every);
  return () => {
    clearInterval(timer);
    if (out.isTTY) out.write('\r\u001b[K');
  };
}
