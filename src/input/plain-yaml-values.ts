/** Thrown where a text leaves the plain part of YAML; the full parser then reads it from the beginning. */
export class NotPlain extends Error {}

/** A key of a block with its colon: words of letters, digits, hyphens and underscores, or a small number, as all our files use. */
export const BLOCK_KEY = /([A-Za-z_][\w-]*(?:,? [\w-]+)*|[1-9]?\d) *:(?= |$)/y;

/** Brackets and blocks inside one another; no file of ours comes near. */
export const DEEPEST = 100;

/** Keys that YAML reads as something else than text, or that no block may have. */
const RESERVED_KEY = /^(?:__proto__|null|true|false)$/i;
/** The same inside brackets, where a comma separates, without the colon. */
const FLOW_KEY = /[A-Za-z_][\w-]*(?: [\w-]+)*/y;
const DOUBLE_QUOTED = /"(?:[^"\\]|\\["\\nt])*"/y;
const SINGLE_QUOTED = /'(?:[^']|'')*'/y;
const COMMENT_OR_NOTHING = / *$| +#/y;
/** Letters of the longest word that is no text: false. */
const LONGEST_WORD = 5;

/** The value on the rest of a line: quoted, in brackets or plain; a comment may follow. */
export function parseLineValue(text: string): unknown {
  const first = text[0]!;
  if (first !== '{' && first !== '[' && first !== '"' && first !== "'") return plainScalar(withoutComment(text));
  const reader = { text, at: 0 };
  const value = parseNested(reader, 0);
  COMMENT_OR_NOTHING.lastIndex = reader.at;
  if (!COMMENT_OR_NOTHING.test(text)) throw new NotPlain();
  return value;
}

/** Puts a key into a block once; one that is there, or that YAML reads as something else, is for the full parser. */
export function putOnce(block: Record<string, unknown>, key: string, value: unknown): void {
  if (Object.hasOwn(block, key) || RESERVED_KEY.test(key)) throw new NotPlain();
  block[key] = value;
}

/** One line, read up to an offset. */
interface LineReader {
  readonly text: string;
  at: number;
}

function parseNested(reader: LineReader, depth: number): unknown {
  if (depth > DEEPEST) throw new NotPlain();
  switch (reader.text[reader.at]) {
    case '"':
      return doubleQuoted(reader);
    case "'":
      return singleQuoted(reader);
    case '[':
      return flowList(reader, depth + 1);
    case '{':
      return flowBlock(reader, depth + 1);
    default:
      return flowScalar(reader);
  }
}

function flowList(reader: LineReader, depth: number): unknown[] {
  const list: unknown[] = [];
  for (let more = opens(reader, ']'); more; more = goesOn(reader, ']')) list.push(parseNested(reader, depth));
  return list;
}

function flowBlock(reader: LineReader, depth: number): Record<string, unknown> {
  const block: Record<string, unknown> = {};
  for (let more = opens(reader, '}'); more; more = goesOn(reader, '}')) {
    const key = flowKey(reader);
    putOnce(block, key, parseNested(reader, depth));
  }
  return block;
}

function flowKey(reader: LineReader): string {
  const { text } = reader;
  const key = wordsOfKey(reader);
  const colon = skipSpaces(text, reader.at);
  if (text[colon] !== ':' || text[colon + 1] !== ' ') throw new NotPlain();
  reader.at = skipSpaces(text, colon + 1);
  return key;
}

function wordsOfKey(reader: LineReader): string {
  const { text, at } = reader;
  if (text[at] === '"') return doubleQuoted(reader);
  if (text[at] === "'") return singleQuoted(reader);
  FLOW_KEY.lastIndex = at;
  if (!FLOW_KEY.test(text)) throw new NotPlain();
  reader.at = FLOW_KEY.lastIndex;
  return text.slice(at, reader.at);
}

/** Passes the opening bracket, and the closing one when nothing stands between them; true where an entry follows. */
function opens(reader: LineReader, closing: string): boolean {
  reader.at = skipSpaces(reader.text, reader.at + 1);
  if (reader.text[reader.at] !== closing) return true;
  reader.at += 1;
  return false;
}

/** Passes the comma or the closing bracket after an entry; true where a further entry follows. */
function goesOn(reader: LineReader, closing: string): boolean {
  const { text } = reader;
  const next = skipSpaces(text, reader.at);
  if (text[next] === ',') {
    reader.at = skipSpaces(text, next + 1);
    return true;
  }
  if (text[next] !== closing) throw new NotPlain();
  reader.at = next + 1;
  return false;
}

/** Inside brackets a plain text ends at a comma or bracket. */
function flowScalar(reader: LineReader): unknown {
  const { text, at } = reader;
  let end = at;
  while (end < text.length && !endsFlowText(text.charCodeAt(end))) end += 1;
  reader.at = end;
  const written = withoutEndSpaces(text, at, end);
  if (written.includes(' #')) throw new NotPlain();
  return plainScalar(written);
}

/** Comma, brackets and braces. */
function endsFlowText(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

function doubleQuoted(reader: LineReader): string {
  const written = quoted(reader, DOUBLE_QUOTED);
  return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
}

function singleQuoted(reader: LineReader): string {
  return quoted(reader, SINGLE_QUOTED).slice(1, -1).replaceAll("''", "'");
}

function quoted(reader: LineReader, whole: RegExp): string {
  whole.lastIndex = reader.at;
  if (!whole.test(reader.text)) throw new NotPlain();
  const written = reader.text.slice(reader.at, whole.lastIndex);
  reader.at = whole.lastIndex;
  return written;
}

/** Plain text, number, true, false or null as YAML 1.2 reads them; what only looks like a number is for the full parser. */
function plainScalar(written: string): unknown {
  if (written.includes(': ') || written.endsWith(':')) throw new NotPlain();
  // Most texts begin with a letter, which no indicator and no number does.
  if (!isLetter(written.charCodeAt(0))) {
    if (written === '' || /^[&*!|>%@`#,?:\]}"'[{]|^-(?: |$)/.test(written)) throw new NotPlain();
    if (/^[-+]?\.?\d|^[-+]?\.[iInN]/.test(written)) return numberOrText(written);
  }
  if (written.length > LONGEST_WORD || !/^(?:true|false|null|~)$/i.test(written)) return written;
  if (written === 'true' || written === 'false') return written === 'true';
  throw new NotPlain();
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function numberOrText(written: string): unknown {
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(written)) return Number(written);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written) || /[^\w.+-]/.test(written)) return written;
  throw new NotPlain();
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return withoutEndSpaces(text, 0, comment < 0 ? text.length : comment);
}

function withoutEndSpaces(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === 0x20) last -= 1;
  return text.slice(start, last);
}

function skipSpaces(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === 0x20) next += 1;
  return next;
}
