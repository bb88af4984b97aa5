// Vertical tab (PowerPoint's own line break when copied), form feed, next line and the two Unicode separators end a line.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Control characters, bidirectional overrides, byte order marks and non-characters: illegal in XML or able to reorder a whole line.
const CONTROLS = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
// Words of Latin letters, figures and the signs that pages use, one space apart: most of what is ever printed, and clean as it is.
const WORD = '[!-~\\u00a1-\\u024f\\u2010-\\u2026\\u20ac\\u2212\\u25a0-\\u25ff]+';
const PLAIN_LINE = new RegExp(`^${WORD}(?:[ \\u00a0]${WORD})*$`);
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text without what no document may hold: control characters go, half characters become the replacement character, every kind of
 * line end becomes a line feed.
 */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATES, '\ufffd').replace(LINE_ENDS, '\n').replace(CONTROLS, '');
}

/** The cleaned text on one line: runs of white space become one space, both ends are trimmed; a lone no-break space stays. */
export function singleLine(text: string): string {
  if (PLAIN_LINE.test(text)) return text;
  return cleanText(text)
    .replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' '))
    .trim();
}
