/** Thrown where a text leaves the plain part of YAML; the full parser then reads it from the beginning. */
export class NotPlain extends Error {}

/** A value and the offset after it. */
interface Parsed {
  readonly value: unknown;
  readonly end: number;
}

/** A key of a block with its colon: words of letters, digits, hyphens and underscores, as all our files use. */
export const BLOCK_KEY = /([A-Za-z_][\w-]*(?:,? [\w-]+)*) *:(?= |$)/y;
/** The same inside brackets, where a comma separates. */
const FLOW_KEY = /([A-Za-z_][\w-]*(?: [\w-]+)*) *:(?= |$)/y;

/** Brackets and blocks inside one another; no file of ours comes near. */
export const DEEPEST = 100;

const RESERVED_KEYS = new Set(['__proto__', 'null', 'true', 'false']);

/** The value on the rest of a line: quoted, in brackets or plain; a comment may follow. */
export function parseLineValue(text: string): unknown {
  const first = text[0]!;
  if (!'"\'[{'.includes(first)) return plainScalar(withoutComment(text));
  const { value, end } = parseNested(text, 0, 0);
  if (!/^ *$|^ +#/.test(text.slice(end))) throw new NotPlain();
  return value;
}

/** Puts a key into a block once; one that is there, or that YAML reads as something else, is for the full parser. */
export function putOnce(block: Record<string, unknown>, key: string, value: unknown): void {
  if (Object.hasOwn(block, key) || RESERVED_KEYS.has(key.toLowerCase())) throw new NotPlain();
  block[key] = value;
}

function parseNested(text: string, at: number, depth: number): Parsed {
  if (depth > DEEPEST) throw new NotPlain();
  switch (text[at]) {
    case '"':
      return doubleQuoted(text, at);
    case "'":
      return singleQuoted(text, at);
    case '[':
      return flowList(text, at, depth + 1);
    case '{':
      return flowBlock(text, at, depth + 1);
    default:
      return flowScalar(text, at);
  }
}

function flowList(text: string, at: number, depth: number): Parsed {
  const list: unknown[] = [];
  let next = skipSpaces(text, at + 1);
  if (text[next] === ']') return { value: list, end: next + 1 };
  for (;;) {
    const item = parseNested(text, next, depth);
    list.push(item.value);
    next = skipSpaces(text, item.end);
    if (text[next] === ']') return { value: list, end: next + 1 };
    if (text[next] !== ',') throw new NotPlain();
    next = skipSpaces(text, next + 1);
  }
}

function flowBlock(text: string, at: number, depth: number): Parsed {
  const block: Record<string, unknown> = {};
  let next = skipSpaces(text, at + 1);
  if (text[next] === '}') return { value: block, end: next + 1 };
  for (;;) {
    FLOW_KEY.lastIndex = next;
    const key = FLOW_KEY.exec(text);
    if (!key) throw new NotPlain();
    const entry = parseNested(text, skipSpaces(text, FLOW_KEY.lastIndex), depth);
    putOnce(block, key[1]!, entry.value);
    next = skipSpaces(text, entry.end);
    if (text[next] === '}') return { value: block, end: next + 1 };
    if (text[next] !== ',') throw new NotPlain();
    next = skipSpaces(text, next + 1);
  }
}

/** Inside brackets a plain text ends at a comma or bracket. */
function flowScalar(text: string, at: number): Parsed {
  let end = at;
  while (end < text.length && !',[]{}'.includes(text[end]!)) end += 1;
  const written = text.slice(at, end);
  if (written.includes(' #') || /:(?=[,[\]{}]|$)/.test(text.slice(at, end + 1))) throw new NotPlain();
  return { value: plainScalar(written.replace(/ +$/, '')), end };
}

function doubleQuoted(text: string, at: number): Parsed {
  const written = /^"(?:[^"\\]|\\["\\nt])*"/.exec(text.slice(at))?.[0];
  if (written === undefined) throw new NotPlain();
  return { value: JSON.parse(written), end: at + written.length };
}

function singleQuoted(text: string, at: number): Parsed {
  const written = /^'(?:[^']|'')*'/.exec(text.slice(at))?.[0];
  if (written === undefined) throw new NotPlain();
  return { value: written.slice(1, -1).replaceAll("''", "'"), end: at + written.length };
}

/** Plain text, number, true, false or null as YAML 1.2 reads them; what only looks like a number is for the full parser. */
function plainScalar(written: string): unknown {
  if (written === '' || /^[&*!|>%@`#,?:\]}"'[{]|^-(?: |$)|: |:$/.test(written)) throw new NotPlain();
  if (/^[-+]?\.?\d|^[-+]?\.[iInN]/.test(written)) return numberOrText(written);
  if (/^(?:true|false|null)$/i.test(written) || written === '~') {
    if (written === 'true' || written === 'false') return written === 'true';
    throw new NotPlain();
  }
  return written;
}

function numberOrText(written: string): unknown {
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(written)) return Number(written);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written) || /[^\w.+-]/.test(written)) return written;
  throw new NotPlain();
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return (comment < 0 ? text : text.slice(0, comment)).replace(/ +$/, '');
}

function skipSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next += 1;
  return next;
}
