import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
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
    const added = '- { fiscal_year: FY26, agreed: 2026-01-15, annual: 1100000 }\n';
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

  describe('entries of a list', () => {
    const LISTS = `contacts:
  # the boss
  - { name: Rhys Cobalt, role: Owner, champion: true } # since 2020
  - {name: Ottilie Brenner, role: Operations}
  - name: Una Vey
    role: Sales # half time

    email: una@example.com
  # nobody else

# agreed
targets:
  - { fiscal_year: FY25, agreed: 2024-06-24, quarters: [ 1, 2, 3, 4 ] }
notes: |
  One line.
  Another one.
`;
    const editLists = (...edits: Parameters<typeof editYaml>[1]) => editYaml(LISTS, edits);

    it('change one value and nothing else, in braces or on lines, also one of four quarters', () => {
      expect(editLists({ path: ['contacts', 1, 'role'], value: 'COO' })).toBe(LISTS.replace('Operations', 'COO'));
      expect(editLists({ path: ['contacts', 2, 'role'], value: 'Pre-sales' })).toBe(
        LISTS.replace('Sales', 'Pre-sales'),
      );
      expect(editLists({ path: ['targets', 0, 'quarters', 2], value: 30.5 })).toBe(LISTS.replace('3,', '30.5,'));
      expect(editLists({ path: ['targets', 0, 'quarters'], value: [5, 6, 7, 8] })).toBe(
        LISTS.replace('[ 1, 2, 3, 4 ]', '[ 5, 6, 7, 8 ]'),
      );
    });

    it('get a further key behind the others, spaced as they are', () => {
      expect(editLists({ path: ['contacts', 0, 'qbr'], value: true })).toBe(
        LISTS.replace('champion: true }', 'champion: true, qbr: true }'),
      );
      expect(editLists({ path: ['contacts', 1, 'email'], value: 'o@example.com' })).toBe(
        LISTS.replace('Operations}', 'Operations, email: o@example.com}'),
      );
      expect(editLists({ path: ['contacts', 2, 'qbr'], value: false })).toBe(
        LISTS.replace('una@example.com\n', 'una@example.com\n    qbr: false\n'),
      );
    });

    it('lose a key with its line', () => {
      expect(editLists({ path: ['contacts', 0, 'champion'], value: undefined })).toBe(
        LISTS.replace(', champion: true', ''),
      );
      expect(editLists({ path: ['contacts', 1, 'name'], value: undefined })).toBe(
        LISTS.replace('name: Ottilie Brenner, ', ''),
      );
      expect(editLists({ path: ['contacts', 2, 'role'], value: undefined })).toBe(
        LISTS.replace('    role: Sales # half time\n', ''),
      );
    });

    it('come in the style of the entry before them', () => {
      const value = { name: 'Pia Holm', role: 'CEO' };
      expect(editLists({ path: ['contacts', 3], value })).toBe(
        LISTS.replace('una@example.com\n', 'una@example.com\n  - name: Pia Holm\n    role: CEO\n'),
      );
      const shorter = editLists({ path: ['contacts', 2], value: undefined });
      expect(editYaml(shorter, [{ path: ['contacts', 2], value }])).toContain(
        'role: Operations}\n  - {name: Pia Holm, role: CEO}\n',
      );
    });

    it('go with their line and leave the others alone', () => {
      expect(editLists({ path: ['contacts', 1], value: undefined })).toBe(
        LISTS.replace('  - {name: Ottilie Brenner, role: Operations}\n', ''),
      );
      expect(parse(editLists({ path: ['targets', 0], value: undefined }))).toMatchObject({ targets: [] });
    });

    it('start a list in braces, a line each', () => {
      const value = [
        { name: 'A', role: 'B' },
        { name: 'C', notes: 'first\nsecond' },
      ];
      expect(editYaml('name: X\n', [{ path: ['contacts'], value }])).toBe(
        'name: X\ncontacts:\n  - { name: A, role: B }\n  - name: C\n    notes: |-\n      first\n      second\n',
      );
      expect(editYaml('tasks: []\n', [{ path: ['tasks', 0], value: value[0] }])).toBe(
        'tasks:\n  - { name: A, role: B }\n',
      );
    });

    it('say what was wanted whatever their texts', () => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('a: b', '# c', 'x\ny', 'x\n\n', '- ', '{', ' ', 'true'),
      );
      const path = fc.constantFrom<(string | number)[]>(
        ...[
          ['contacts', 0, 'role'],
          ['contacts', 1, 'email'],
          ['contacts', 2, 'role'],
          ['contacts', 2, 'phone'],
        ],
        ...[['notes'], ['contacts', 3], ['targets', 1], ['new']],
      );
      fc.assert(
        fc.property(path, text, (at, value) => {
          const wanted = parseDocument(LISTS);
          wanted.setIn(at, value);
          expect(parse(editYaml(LISTS, [{ path: at, value }]))).toEqual(wanted.toJS());
        }),
      );
    });
  });
});
