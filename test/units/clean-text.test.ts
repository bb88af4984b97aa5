import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, singleLine } from '../../src/units/clean-text.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\r',
        '\n',
        '\u0000',
        '\u202e',
        '\u2066',
        '\ufeff',
        '\uffff',
        '\u2028',
        '\u0085',
        '😀',
        ' ',
        '\u00a0',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

/** Characters XML 1.0 allows, in whole code points. */
const LEGAL_IN_XML = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

describe('text from outside', () => {
  it('keeps what people write', () => {
    for (const text of ['Müller & Söhne <GmbH>', '漢字', 'שלום', '👨‍👩‍👧‍👦', 'e\u0301', 'a\tb\nc', '{amount|a|b}'])
      expect(cleanText(text)).toBe(text);
  });

  it('takes out what no document may hold', () => {
    expect(cleanText('a\u0000b\u0007c\u001bd\u007fe')).toBe('abcde');
    expect(cleanText('\ufeffBOM\uffff')).toBe('BOM');
  });

  it('takes out what would turn a whole line around', () => {
    expect(cleanText('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
    expect(cleanText('\u2066a\u2069')).toBe('a');
  });

  it('shows half a character as the replacement character and keeps whole ones', () => {
    expect(cleanText('a\ud83db')).toBe('a\ufffdb');
    expect(cleanText('a\ude00b')).toBe('a\ufffdb');
    expect(cleanText('\ud83d\ud83d\ude00')).toBe('\ufffd😀');
    expect(cleanText('\ude00\ud83d')).toBe('\ufffd\ufffd');
  });

  it('knows the line ends of every program', () => {
    expect(cleanText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    expect(cleanText('a\u000bb\u000cc\u0085d\u2028e\u2029f')).toBe('a\nb\nc\nd\ne\nf');
    expect(singleLine('First\u000bsecond')).toBe('First second');
  });

  it('puts everything on one line, tidily', () => {
    expect(singleLine('  a \r\n\t b\u2028c  ')).toBe('a b c');
    expect(singleLine('87\u00a0% of plan')).toBe('87\u00a0% of plan');
    expect(singleLine('a\u00a0 b')).toBe('a b');
    expect(singleLine(' \u00a0\n\u202e')).toBe('');
  });

  it('is always legal in a document, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = cleanText(text);
        expect(clean).toMatch(LEGAL_IN_XML);
        expect(clean).not.toContain('\r');
        expect(cleanText(clean)).toBe(clean);
        expect(singleLine(text)).not.toMatch(/[\n\r\t]/);
        expect(singleLine(singleLine(text))).toBe(singleLine(text));
      }),
      { numRuns: 500 },
    );
  });
});
