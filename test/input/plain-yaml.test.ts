import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/input/parse-yaml.ts';
import { parsePlainYaml } from '../../src/input/plain-yaml.ts';
import { placeProblemsIn } from '../../src/input/problem.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const yamlFiles = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));

/** Where the quick reader gives values, the full parser must find no mistake and give the same ones. */
function expectAgreement(text: string): boolean {
  const quick = parsePlainYaml(text);
  if (quick === undefined) return false;
  const { value, problems } = parseYaml(text, placeProblemsIn('x.yaml', text));
  expect(problems).toEqual([]);
  expect(value).toStrictEqual(quick);
  return true;
}

describe('the quick reader of plain YAML', () => {
  it('gives exactly the values of the full parser for every file we ship', () => {
    const files = [...yamlFiles('samples'), ...yamlFiles('templates'), ...yamlFiles('test/errors')];
    expect(files.length).toBeGreaterThan(50);
    files.forEach((file) => expectAgreement(readFileSync(join(root, file), 'utf8')));
  });

  it('reads the sample territory and the templates by itself, so that hundreds of partners open quickly', () => {
    const files = [...yamlFiles('samples/territory'), ...yamlFiles('templates')];
    const texts = files.map((file) => readFileSync(join(root, file), 'utf8'));
    const read = texts.filter((text) => parsePlainYaml(text) !== undefined);
    expect(read.length / texts.length).toBeGreaterThan(0.9);
  });

  it('reads every template by itself: each command loads some of them', () => {
    const left = yamlFiles('templates').filter(
      (file) => parsePlainYaml(readFileSync(join(root, file), 'utf8')) === undefined,
    );
    expect(left).toEqual([]);
  });

  it.each([
    ['a: 1\nb: -2.50\nc: 007\nd: 2026-02-28\n', { a: 1, b: -2.5, c: 7, d: '2026-02-28' }],
    ['a: true\nb:\nc: 15 %\nd: FY26-Q3\n', { a: true, b: null, c: '15 %', d: 'FY26-Q3' }],
    ['a: "x: \\"y\\" # z"   # note\nb: \'it\'\'s\'\n', { a: 'x: "y" # z', b: "it's" }],
    ['a:\n- 1\n- { b: [x y, "z"], c: {} }\n', { a: [1, { b: ['x y', 'z'], c: {} }] }],
    ['a:\n  - b: 1\n    c:\n      d: 2\n\n  - b: 3\n', { a: [{ b: 1, c: { d: 2 } }, { b: 3 }] }],
    ['a: [crm:1, https://x.example/y]\n', { a: ['crm:1', 'https://x.example/y'] }],
    ['19: a\n6: b\n0: c\n', { 19: 'a', 6: 'b', 0: 'c' }],
    ['a, b: 1\nc d: 2\n', { 'a, b': 1, 'c d': 2 }],
    ['a: { "b, c": 1, \'d\'\'e\' : 2, "1": 3 }\n', { a: { 'b, c': 1, "d'e": 2, 1: 3 } }],
    ['a: x#y\r\nb: 1\r\n', { a: 'x#y', b: 1 }],
  ])('reads %j', (text, value) => {
    expect(parsePlainYaml(text)).toEqual(value);
    expect(expectAgreement(text)).toBe(true);
  });

  it.each([
    'a: 1\na: 2\n',
    'a: &x 1\n',
    'a: *x\n',
    'a: !t 1\n',
    'a: |\n  x\n',
    'a: x\n  y\n',
    'a: [1,\n  2]\n',
    'a: 0x1F\n',
    'a: 1e3\n',
    'a: .inf\n',
    'a: 1_000\n',
    '__proto__: 1\n',
    'a:\n\t- 1\n',
    '- a\n',
    'a\n',
    '',
    '---\na: 1\n',
    'a: 1\n  b: 2\n',
    '  a: 1\nb: 2\n',
    'a: x: y\n',
    '"a": 1\n',
    'a: "b" c\n',
    '? a\n: b\n',
    'a: [b: c]\n',
    'a: [1, ]\n',
    'a: - 1\n',
    'a:\n  - - 1\n',
  ])('leaves %j to the full parser', (text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });

  it('agrees with the full parser on any text that its files may become by a slip of the hand', () => {
    const pieces = [
      ...[
        '- ',
        ': ',
        ':',
        ' ',
        '  ',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '#',
        ' # x',
        '[',
        ']',
        '{',
        '}',
        ', ',
        ',',
        '"',
        "'",
        '\\',
      ],
      ...[
        '1',
        '-2.5',
        '.5',
        '1.',
        '+1',
        '1e5',
        '0o7',
        '0',
        '~',
        'null',
        'True',
        'no',
        '"x"',
        "'y'",
        'é',
        '\u00a0',
        '\r\n',
        'a: 1',
      ],
      ...['|', '>', '&a ', '*a', '!t ', '%', '@', '?', '? ', '...', '---', '<<', '__proto__', '=', '`'],
    ];
    const texts = [
      'name: Acme\ntype: msp # x\n\n# y\ntargets:\n- { year: FY26, annual: 900 }\n- year: FY25\n  quarters: [1, 2.5, -3]\nlast: "a: b"\n',
      "a:\n  b:\n    - c: 'it''s'\n      d: x y\n    - e\n  f: []\ng: 2026-02-28\nh:\n",
      'k: [a b, { c: 1, d: "e" }, [f]]\nl: true\nm: -\n',
    ];
    const slip = fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('', ...pieces));
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(slip, { minLength: 1, maxLength: 4 }), (text, slips) => {
        const wrong = slips.reduce((current, [at, removed, added]) => {
          const place = at % (current.length + 1);
          return current.slice(0, place) + added + current.slice(place + removed);
        }, text);
        if (expectAgreement(wrong)) read += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });
});
