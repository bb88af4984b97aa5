import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingText } from '../../../../src/app/import/mapping/mapping-text.ts';
import { readMapping } from '../../../../src/app/import/mapping/read-mapping.ts';
import { rememberMapping } from '../../../../src/app/import/mapping/remember-mapping.ts';
import { importMappingSchema, type ImportMapping } from '../../../../src/schema/import-mapping.ts';
import { singleLine } from '../../../../src/units/clean-text.ts';
import type { PlainDate } from '../../../../src/units/plain-date.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('null', 'yes', '1.10', '- x', 'a: b # c', "it's", '"q"', '   # check: x', '{x}', '*a', '!!tag', ''),
);
const header = words.map(singleLine).filter((text) => text !== '');
const label = words.filter((text) => text !== '__proto__');
const mappings = fc
  .record({
    source: fc.constantFrom('crm', 'null', '1', '007'),
    sheet: header,
    headers: fc.array(header, { minLength: 1 }),
    columns: fc.record({ partner: fc.option(header), stage: header }),
    stages: fc.dictionary(label, fc.constantFrom('open', 'won', 'lost')),
    types: fc.dictionary(label, fc.constantFrom('new', 'renewal')),
    partners: fc.dictionary(label, fc.option(fc.constantFrom('cedar', 'null', '7', 'on'))),
    decimal: fc.constantFrom(',', '.'),
    date_order: fc.constantFrom('dmy', 'ymd'),
  })
  .map((said): ImportMapping => importMappingSchema.parse(said));

describe('a mapping file', () => {
  it('reads back as what was said, whatever headers, labels and partners are called', () => {
    fc.assert(
      fc.property(mappings, words, (mapping, file) => {
        const text = mappingText([`How to read ${file}.`], mapping);
        expect(readMapping(text, 'm.yaml')).toMatchObject({ value: mapping, problems: [] });
      }),
    );
  });

  it('takes further answers, and reads back as all that was said', async () => {
    await fc.assert(
      fc.asyncProperty(mappings, mappings, async (first, second) => {
        const shape = { kind: 'deals', headers: ['Id', 'Stage'] };
        const settled = { shape, file: 'crm.csv', source: 'crm', given: undefined, recalled: undefined };
        const setting = { root: '/nowhere', today: '2026-04-20' as PlainDate, taken: new Set<string>() };
        const made = await rememberMapping({ ...settled, mapping: first }, { ...setting, mappings: [] });
        const present = { path: made!.path, text: made!.content, mapping: readMapping(made!.content, '').value! };
        const both: ImportMapping = { ...second, stages: { ...first.stages, ...second.stages } };
        const merged = {
          ...both,
          types: { ...first.types, ...second.types },
          partners: { ...first.partners, ...second.partners },
        };
        const again = await rememberMapping({ ...settled, mapping: merged }, { ...setting, mappings: [present] });
        const { value } = readMapping(again?.content ?? present.text, '');
        expect(value).toMatchObject({ stages: merged.stages, types: merged.types, partners: merged.partners });
        expect(value).toMatchObject({ columns: merged.columns, headers: shape.headers, source: 'crm' });
      }),
      { numRuns: 50 },
    );
  });
});
