const DELIMITERS = [',', ';', '\t', '|', '^'] as const;
const LINES_LOOKED_AT = 50;

/** How the cells of a text are separated, and where the table starts when a `sep=` line says so. */
export interface Separation {
  readonly delimiter: string;
  /** Characters before the table: the `sep=` line Excel understands. */
  readonly skip: number;
}

/**
 * The delimiter of a text: what a `sep=` line says, otherwise the one that splits most of the first lines into the same number of
 * cells. Delimiters inside quotes are text.
 */
export function findDelimiter(text: string): Separation {
  const stated = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(text);
  if (stated) return { delimiter: stated[1]!, skip: stated[0].length };
  const lines = firstLines(text);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(lines.map((line) => line[delimiter])) }));
  return { delimiter: scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter, skip: 0 };
}

type Counts = Record<(typeof DELIMITERS)[number], number>;

/** How often each delimiter stands outside quotes in each of the first lines that hold anything. */
function firstLines(text: string): Counts[] {
  const lines: Counts[] = [];
  let counts = none();
  let [quoted, filled] = [false, false];
  for (let index = 0; index < text.length && lines.length < LINES_LOOKED_AT; index += 1) {
    const character = text[index]!;
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (filled) lines.push(counts);
      counts = none();
      filled = false;
      continue;
    } else if (!quoted && character in counts) counts[character as keyof Counts] += 1;
    filled = true;
  }
  if (filled && lines.length < LINES_LOOKED_AT) lines.push(counts);
  return lines;
}

function none(): Counts {
  return { ',': 0, ';': 0, '\t': 0, '|': 0, '^': 0 };
}

/** Lines that agree on the commonest count, weighted by that count so that a comma in a sentence loses to a table of semicolons. */
function evenness(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, agreeing] of lines) {
    best = Math.max(best, (agreeing / counts.length) * (1 + Math.min(count, 20) / 20));
  }
  return best;
}
