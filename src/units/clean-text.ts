// Control characters, bidirectional overrides, lone surrogates and non-characters: illegal in XML or able to reorder a whole line.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without what no document may hold: control characters go, half characters become the replacement character. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATES, '\ufffd').replace(CONTROLS, '').replace(/\r\n?/g, '\n');
}

/** The cleaned text on one line: runs of white space become one space, both ends are trimmed. */
export function singleLine(text: string): string {
  return cleanText(text)
    .replace(/[\s\u2028\u2029]+/g, (space) => (space === '\u00a0' ? space : ' '))
    .trim();
}
