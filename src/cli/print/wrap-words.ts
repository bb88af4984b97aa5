import stringWidth from 'string-width';

/** The text on lines of at most `width` terminal cells; a longer word keeps a line of its own, "87 %" and "30 June" stay together. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[^\S\u00a0]+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= width) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
