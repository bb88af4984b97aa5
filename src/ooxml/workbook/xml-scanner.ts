import { isQuote, QUOTE, XmlTag } from './xml-tag.ts';

/** Why a part cannot be read as XML; the message is a sentence part ("is …"). */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** What a scanner tells its listener. Names come without their prefix; text comes as written, see `unescapeXml`. */
export interface XmlListener {
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  /** A piece of the text between two tags; a long text comes in several. */
  text(raw: string): void;
}

const LONGEST_TAG = 1_000_000;
const SLASH = 47;
const EQUALS = 61;

/**
 * Reads XML as it arrives, piece by piece, and keeps none of it. Written for workbooks, whose parts are larger than anything else in a
 * package: a reader of XML in general spends three times as long on the same sheet, and a tree of it does not fit into memory. It does
 * not check that names are allowed; it refuses document types, which no Office part has and attacks are made of.
 */
export class XmlScanner {
  private rest = '';
  /** What ends the comment, instruction or CDATA section we are in. */
  private until = '';
  private readonly open: string[] = [];
  private readonly tag = new XmlTag();
  private started = false;

  constructor(private readonly listener: XmlListener) {}

  /** @throws XmlError when this is no well-formed XML */
  write(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    for (;;) {
      const next = this.until === '' ? this.readNext(text, at) : this.readUntil(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = this.keep(text, at);
  }

  /** @throws XmlError when elements are still open */
  end(): void {
    if (this.until !== '' || this.open.length > 0 || this.rest.trim() !== '') {
      throw new XmlError('is cut short: an element is not closed');
    }
    if (!this.started) throw new XmlError('is empty');
  }

  /** Reads text up to the next tag and the tag; returns the offset behind it, or -1 where it is not complete yet. */
  private readNext(text: string, at: number): number {
    const start = text.indexOf('<', at);
    if (start < 0) return -1;
    const first = text.charCodeAt(start + 1);
    if (Number.isNaN(first)) return -1;
    let end: number;
    if (first === SLASH) {
      end = text.indexOf('>', start);
      if (end < 0) return -1;
      if (start > at) this.tell(text.slice(at, start));
      this.close(localName(text, start + 2, end));
    } else if (first === 33 || first === 63) {
      const marked = this.startMarked(text, start);
      if (marked > 0 && start > at) this.tell(text.slice(at, start));
      return marked;
    } else {
      end = endOfTag(text, start);
      if (end < 0) return -1;
      if (start > at) this.tell(text.slice(at, start));
      this.openTag(text, start, end);
    }
    return end + 1;
  }

  private openTag(text: string, start: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const tagEnd = isEmpty ? end - 1 : end;
    const name = localName(text, start + 1, tagEnd);
    this.started = true;
    this.tag.set(text, start + 1, tagEnd);
    this.listener.open(name, this.tag);
    if (isEmpty) this.listener.close(name);
    else this.open.push(name);
  }

  private close(name: string): void {
    const opened = this.open.pop();
    if (opened !== name) throw new XmlError(`is damaged: it closes "${name}" where "${opened ?? 'nothing'}" is open`);
    this.listener.close(name);
  }

  /** A comment, CDATA section or instruction starts here. */
  private startMarked(text: string, start: number): number {
    const marks = [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
    ] as const;
    for (const [mark, until] of marks) {
      if (!text.startsWith(mark, start)) continue;
      this.until = until;
      return start + mark.length;
    }
    if (text.length - start < 9) return -1;
    throw new XmlError('declares a document type, which no Office file does');
  }

  private readUntil(text: string, at: number): number {
    const end = text.indexOf(this.until, at);
    // The first characters of the mark may be all that has arrived of it.
    const known = end < 0 ? Math.max(at, text.length - this.until.length + 1) : end;
    if (this.until === ']]>' && known > at) this.tell(text.slice(at, known).replaceAll('&', '&amp;'));
    if (end < 0) return known > at ? known : -1;
    const behind = end + this.until.length;
    this.until = '';
    return behind;
  }

  /** What has to wait for the next piece: an unfinished tag. Text is passed on, so that a long one is not copied again and again. */
  private keep(text: string, at: number): string {
    if (this.until === '' && text.indexOf('<', at) < 0) {
      if (at < text.length) this.tell(text.slice(at));
      return '';
    }
    if (text.length - at > LONGEST_TAG) throw new XmlError('is damaged: a tag does not end');
    return text.slice(at);
  }

  private tell(raw: string): void {
    if (this.open.length > 0) this.listener.text(raw);
    else if (raw.replace('\ufeff', '').trim() !== '') throw new XmlError('is no XML');
  }
}

/** The end of a tag: the `>` that stands outside quotes. */
function endOfTag(text: string, start: number): number {
  const end = text.indexOf('>', start);
  if (end < 0) return -1;
  const last = text.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1;
  // Nearly every tag ends in the quote of its last attribute; only the opening quote stands behind an equals sign.
  if (text.charCodeAt(last) === QUOTE && text.charCodeAt(last - 1) !== EQUALS) return end;
  let quote = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (isQuote(code)) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function localName(text: string, start: number, end: number): string {
  let from = start;
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 58) from = at + 1;
    else if (code <= 32) break;
  }
  return text.slice(from, at);
}
