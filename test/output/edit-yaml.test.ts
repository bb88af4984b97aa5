import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { editYaml } from '../../src/output/edit-yaml.ts';

const FILE = `# yaml-language-server: $schema=../../.cam/schemas/partner.json
# Met at the spring fair.

name:   Bluefjord Systems   # as on the contract
type: msp
tier:
aliases:
  - Blue Fjord # in the CRM
  # the old one
  - BFS

# What we agreed
targets:
- { fiscal_year: FY26, agreed: 2025-07-01, annual: 900000 }
verticals: [Health,   Retail]   # from their site
# last word
`;

describe('editing a YAML file that somebody keeps by hand', () => {
  it('replaces a single value and nothing else', () => {
    const edited = editYaml(FILE, [{ path: ['name'], value: 'Bluefjord: Group' }]);
    expect(edited).toBe(FILE.replace('Bluefjord Systems', '"Bluefjord: Group"'));
    expect(editYaml(FILE, [{ path: ['targets', 0, 'annual'], value: 1_000_000 }])).toBe(
      FILE.replace('900000', '1000000'),
    );
  });

  it('fills a key that was left empty', () => {
    expect(editYaml(FILE, [{ path: ['tier'], value: 'gold' }])).toBe(FILE.replace('tier:', 'tier: gold'));
  });

  it('adds an alias after the others and keeps the comments between them', () => {
    const edited = editYaml(FILE, [{ path: ['aliases', 2], value: 'Blue & Fjord' }]);
    expect(edited).toBe(FILE.replace('- BFS\n', '- BFS\n  - Blue & Fjord\n'));
  });

  it('adds a target in the style of the list it joins and leaves every other line as it was', () => {
    const target = { fiscal_year: 'FY26', agreed: '2026-01-15', annual: 1_100_000 };
    const edited = editYaml(FILE, [{ path: ['targets', 1], value: target }]);
    const added = '- fiscal_year: FY26\n  agreed: 2026-01-15\n  annual: 1100000\n';
    expect(edited).toBe(FILE.replace('verticals:', `${added}verticals:`));
  });

  it('puts a new key at the end and takes one out', () => {
    expect(editYaml(FILE, [{ path: ['parent'], value: 'blue-group' }])).toBe(`${FILE}parent: blue-group\n`);
    expect(editYaml(FILE, [{ path: ['type'], value: undefined }])).toBe(FILE.replace('type: msp\n', ''));
  });

  it('starts a list that was not there', () => {
    expect(editYaml('name: A', [{ path: ['aliases', 0], value: 'B' }])).toBe('name: A\naliases:\n  - B\n');
    expect(editYaml('', [{ path: ['name'], value: 'A' }])).toBe('name: A\n');
    expect(editYaml('# a note\n', [{ path: ['name'], value: 'A' }])).toBe('# a note\nname: A\n');
  });

  it('keeps the line ends of Windows', () => {
    const edited = editYaml(FILE.replaceAll('\n', '\r\n'), [{ path: ['aliases', 2], value: 'B' }]);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
    expect(edited.replaceAll('\r\n', '\n')).toBe(FILE.replace('- BFS\n', '- BFS\n  - B\n'));
  });

  it('writes the whole file anew rather than a wrong one when it is a single line in braces', () => {
    expect(parse(editYaml('{ name: A }', [{ path: ['aliases'], value: ['B'] }]))).toEqual({
      name: 'A',
      aliases: ['B'],
    });
  });

  it('refuses a text that is not valid, or not a mapping', () => {
    expect(() => editYaml('a: [1', [{ path: ['b'], value: 1 }])).toThrow();
    expect(() => editYaml('- 1', [{ path: ['b'], value: 1 }])).toThrow();
  });

  it('always says afterwards what was wanted, whatever the text of a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (name, aliases) => {
        const edits = [
          { path: ['name'], value: name },
          { path: ['aliases'], value: aliases },
        ];
        const expected = { ...(parse(FILE) as object), name, aliases };
        expect(parse(editYaml(FILE, edits))).toEqual(parse(stringify(expected)));
      }),
    );
  });
});
