import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { orderYamlList } from '../../src/output/yaml-order.ts';

const inOrder = (text: string, order: readonly number[]) => orderYamlList(text, { path: ['stages'], order });

describe('putting a list of a YAML file in another order', () => {
  it('moves entries with their comments, whatever the line ends, also where the last line has none', () => {
    expect(inOrder('stages:\r\n- a # one\r\n# of b\r\n- b', [1, 0])).toBe('stages:\r\n# of b\r\n- b\r\n- a # one\r\n');
  });

  it('writes a list on one line anew, and leaves the rest of the file', () => {
    expect(inOrder('# mine\nstages: [a, b, c] # three\nlocale: en-GB\n', [2, 0, 1])).toBe(
      '# mine\nstages: [c, a, b] # three\nlocale: en-GB\n',
    );
  });

  it('says the entries wanted, in every order and layout', () => {
    const entry = fc.oneof(
      fc.string(),
      fc.record({ name: fc.string(), notes: fc.constantFrom('a\nb\n', 'c # d', '- e') }),
    );
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 4, maxLength: 4 }), order, fc.boolean(), (entries, places, inline) => {
        const lines = entries.map((one) => `  - ${inline ? JSON.stringify(one) : blockOf(one)}\n`).join('');
        const text = inOrder(`stages:\n${lines}locale: en-GB\n`, places);
        expect(parse(text)).toEqual({ stages: places.map((at) => entries[at]), locale: 'en-GB' });
      }),
    );
  });
});

function blockOf(entry: string | { readonly name: string; readonly notes: string }): string {
  if (typeof entry === 'string') return JSON.stringify(entry);
  return `name: ${JSON.stringify(entry.name)} # named\n    notes: ${JSON.stringify(entry.notes)}`;
}
