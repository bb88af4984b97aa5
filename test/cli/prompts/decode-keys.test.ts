import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeys } from '../../../src/cli/prompts/interview/decode-keys.ts';

const keysOf = (sent: string) => decodeKeys(sent, { final: true }).keys;

describe('what a terminal sends', () => {
  it.each([
    ['4', [{ text: '4' }]],
    ['\r', [{ press: 'enter' }]],
    ['\n', [{ press: 'enter' }]],
    ['\u001b', [{ press: 'escape' }]],
    ['\u001b[A\u001bOB', [{ press: 'up' }, { press: 'down' }]],
    ['\u001b[3~\u007f', [{ press: 'delete' }, { press: 'backspace' }]],
    ['\u0003', ['interrupt']],
    ['ø🙂', [{ text: 'ø' }, { text: '🙂' }]],
    ['\u001b5', [{ press: 'escape' }, { text: '5' }]],
    ['\u001b[200~two\nlines\u001b[201~', [{ text: 'two\nlines' }]],
  ])('%j', (sent, keys) => {
    expect(keysOf(sent)).toEqual(keys);
  });

  it('is no answer where a mouse, a function key or a stray control character speaks', () => {
    expect(keysOf('\u001b[<0;10;5M\u001b[15~\u001b[1;5C\u0002\u001b[200~\u001b[201~')).toEqual([]);
  });

  it('is awaited where it may be the beginning of an arrow key or of a pasted text', () => {
    for (const start of ['\u001b', '\u001b[', '\u001bO', '\u001b[1;', '\u001b[200~half'])
      expect(decodeKeys(`5${start}`, { final: false })).toEqual({ keys: [{ text: '5' }], rest: start });
  });

  it('gives the same keys in whatever pieces it arrives', () => {
    const piece = fc.constantFrom('5', 's', '\r', '\u001b[A', '\u001b[200~a b\u001b[201~', 'ø', '\u001b[3~');
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(), { maxLength: 6 }), (pieces, cuts) => {
        const sent = pieces.join('');
        const places = [0, ...cuts.map((cut) => cut % (sent.length + 1)), sent.length].sort((a, b) => a - b);
        let rest = '';
        const keys = places.flatMap((place, index) => {
          const decoded = decodeKeys(rest + sent.slice(place, places[index + 1] ?? place), { final: false });
          rest = decoded.rest;
          return decoded.keys;
        });
        expect(keys).toEqual(keysOf(sent));
        expect(rest).toBe('');
      }),
    );
  });
});
