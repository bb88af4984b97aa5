import { unescapeXml } from './unescape-xml.ts';

export const QUOTE = 34;
const APOSTROPHE = 39;

/** The tag just read; valid only while its listener is told about it. */
export class XmlTag {
  private text = '';
  private start = 0;
  private end = 0;

  set(text: string, start: number, end: number): void {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** An attribute by its name without prefix, as written; undefined when it is not there. */
  attribute(name: string): string | undefined {
    const { text, end } = this;
    let at = this.start;
    for (;;) {
      const equals = text.indexOf('=', at);
      if (equals < 0 || equals >= end) return undefined;
      let open = equals + 1;
      while (open < end && !isQuote(text.charCodeAt(open))) open += 1;
      const close = text.indexOf(text[open] ?? '"', open + 1);
      if (close < 0 || close > end) return undefined;
      if (this.isNamed(name, equals)) return unescapeXml(text.slice(open + 1, close));
      at = close + 1;
    }
  }

  private isNamed(name: string, equals: number): boolean {
    const { text } = this;
    let nameEnd = equals;
    while (text.charCodeAt(nameEnd - 1) <= 32) nameEnd -= 1;
    const nameStart = nameEnd - name.length;
    if (!text.startsWith(name, nameStart)) return false;
    const before = text.charCodeAt(nameStart - 1);
    return before <= 32 || before === 58;
  }
}

/** Whether a character opens or closes an attribute's value. */
export function isQuote(code: number): boolean {
  return code === QUOTE || code === APOSTROPHE;
}
