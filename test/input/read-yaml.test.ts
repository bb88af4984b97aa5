import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { readYaml } from '../../src/input/read-yaml.ts';
import { commitmentsSchema } from '../../src/schema/commitments.ts';
import { partnerSchema } from '../../src/schema/partner.ts';

const read = (text: string) => readYaml(text, 'partners/acme/partner.yaml', partnerSchema);
const first = (text: string) => read(text).problems[0];

describe('reading a YAML file', () => {
  it('gives the values with their defaults', () => {
    const { value, problems } = read('name: Acme\ntype: msp\n');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ name: 'Acme', type: 'msp', coverage_tier: 'managed', targets: [] });
    expect(value?.certifications).toBeUndefined();
  });

  it('takes a file of comments alone for one that says nothing', () => {
    expect(readYaml('# none yet\n', 'commitments.yaml', commitmentsSchema).value).toEqual({
      commitments: [],
      none_made: [],
    });
  });

  it('names all problems of a file at once, each at its place', () => {
    const { value, problems } = read('name: 5\ntype: mps\naliass: [x]\n');
    expect(value).toBeUndefined();
    expect(problems.map(({ line, column, suggestion }) => [line, column, suggestion])).toEqual([
      [1, 7, undefined],
      [2, 7, 'msp'],
      [3, 1, 'aliases'],
    ]);
  });

  it('places a problem behind an alias where the value is written', () => {
    const { problems } = read('name: Acme\ntype: msp\nverticals: &v [5]\naliases: *v\n');
    expect(problems.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['aliases[0]', 3, 16],
      ['verticals[0]', 3, 16],
    ]);
  });

  it('points at the same place in a file saved on Windows', () => {
    expect(first('name: Acme\r\ntype: mps\r\n')).toMatchObject({ line: 2, column: 7, length: 3 });
    expect(first('name: Acme\r\ntype: mps\r\n')?.excerpt?.lines).toEqual(['name: Acme', 'type: mps']);
  });

  it('lets an anchor be used again within reason', () => {
    expect(read('name: Acme\ntype: msp\nverticals: &v [Health]\naliases: *v\n').value?.aliases).toEqual(['Health']);
  });

  it.each([
    ['thousands of open brackets', `name: ${'['.repeat(10_000)}`],
    ['thousands of brackets, all closed', `name: ${'['.repeat(5000)}${']'.repeat(5000)}\ntype: msp\n`],
    ['thousands of nested blocks', Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
    ['thousands of aliases', `a: &a 1\nb: [${'*a, '.repeat(5000)}]\n`],
    ['a mapping as a key', '? { a: 1 }\n: 2\n'],
    ['a merge key', '<<: { name: Acme, type: msp }\n'],
    ['binary data', 'name: !!binary aGVsbG8=\ntype: msp\n'],
    ['a set', 'name: Acme\ntype: msp\naliases: !!set { x }\n'],
    ['infinity written as a huge number', 'name: Acme\ntype: msp\nlapsed: 1e999\n'],
    ['a list instead of a mapping', '- name: Acme\n'],
    ['a single word', 'Acme\n'],
    ['the number zero', '0\n'],
    ['a NUL', 'name: "A\u0000"\ntype: msp\n'],
    ['a constructor', 'name: Acme\ntype: msp\nconstructor: { prototype: 1 }\n'],
    ['__proto__ deep inside', 'name: Acme\ntype: msp\ncontacts:\n  - { name: A, __proto__: { champion: true } }\n'],
  ])('refuses %s with a problem, not with a crash', (_, text) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('never throws, whatever the text, and never gives a value together with an error', () => {
    const pieces = fc.constantFrom(
      'name: ',
      'type: msp',
      '\n',
      '  ',
      '- ',
      '[',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '!x ',
      '|',
      '\t',
      ':',
      '#',
      '1e9',
      'é🙂',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { value, problems } = read(parts.join(''));
        expect(value === undefined).toBe(problems.length > 0);
        for (const { line, column, length } of problems) {
          if (line !== undefined) expect(Math.min(line, column!, length!)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('reads back any text that was written as YAML', () => {
    const schema = z.strictObject({ text: z.string() });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\u0000-\u001f\u007f]/.test(text));
        expect(readYaml(stringify({ text }), 'x.yaml', schema).value).toEqual({ text });
      }),
    );
  });
});
