import type { Block, Row, Table } from '../../document/block.ts';
import { calculatedValues } from '../../document/calculation/calculated-values.ts';
import { calculationTable, calculationValue } from '../../document/calculation/calculation-table.ts';
import type { Document, Section } from '../../document/document.ts';
import { MGO_QUANTITIES } from '../../domain/marketing/mgo/mgo-relations.ts';
import { shortName } from '../../domain/short-name.ts';
import { fillPattern } from '../../domain/story.ts';
import type { MgoName } from '../../schema/mgo.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import { text, type Value } from '../../units/value.ts';
import { mgoCalculation } from './mgo-calculation.ts';
import type { MgoResult } from './result.ts';

const SOURCE = 'illustrative, not a guarantee';
const ROUNDED = 'Counts are shown rounded up, below ten to tenths; nothing is rounded inside';

/** The worksheet of marketing-generated opportunities over all partners: the answer, every number, and what each partner has to do. */
export function mgoDocument(result: MgoResult): Document {
  const { config, fiscalYear, asOf, template } = result;
  const values = shownNumbers(result);
  const headline =
    fillPattern(template.headlines[result.solution.solved]!, { values }) ?? plainSentence('MGO worksheet');
  const calculation = mgoCalculation(result, headline);
  const accent = config.brand.accent?.replace('#', '').toUpperCase();
  const core = { headline, notes: [plainSentence(template.definition), plainSentence(ROUNDED)], source: SOURCE };
  return {
    id: 'mgo',
    title: 'MGO worksheet',
    edition: 'partner',
    // A deal of 9,921 is no deal of 9.9K where everything is worked out from it.
    format: { locale: config.locale, precision: 'full' },
    language: config.locale,
    vendor: shortName(config.vendor),
    ...(accent && { accent }),
    subject: { id: 'channel', name: 'All partners', shortName: 'all partners', description: config.vendor.name },
    period: { name: fiscalYear, words: fiscalYear },
    dates: { results: asOf, pipeline: asOf, isOneDay: true },
    sections: [
      {
        ...core,
        id: 'worksheet',
        kicker: { number: '', name: 'Worksheet' },
        layout: 'table',
        main: [...exampleNote(result), worksheetTable(result, values)],
      },
      {
        ...core,
        id: 'split',
        kicker: { number: '', name: 'What each partner does' },
        layout: 'table',
        main: [split()],
      },
    ] satisfies Section[],
    figures: exactNumbers(result),
    calculation,
  };

  function split(): Table {
    return calculationTable(calculation.sheets[1]!, {
      values: calculatedValues(calculation),
      currency: result.currency,
    });
  }
}

/** The numbers of the worksheet as scripts get them. */
function exactNumbers({ solution, currency }: MgoResult): Document['figures'] {
  return Object.fromEntries(
    MGO_QUANTITIES.map(({ name, kind }) => [
      name,
      calculationValue(solution.values[name], { kind: kind === 'count' ? 'number' : kind, currency }),
    ]),
  );
}

/** The numbers of the worksheet by their names, counts rounded up. */
function shownNumbers({ solution, currency }: MgoResult): Readonly<Record<MgoName, Value>> {
  const entries = MGO_QUANTITIES.map(({ name, kind }) => [
    name,
    calculationValue(solution.values[name], { kind, currency }),
  ]);
  return Object.fromEntries(entries) as Record<MgoName, Value>;
}

function exampleNote({ isExample, template }: MgoResult): Block[] {
  if (!isExample) return [];
  const words: Sentence = sentence('Example, {source}: write your own numbers to channel/mgo.yaml or say --set', {
    source: text(template.source),
  });
  return [{ kind: 'paragraph', text: words }];
}

function worksheetTable({ solution, sources }: MgoResult, values: Readonly<Record<MgoName, Value>>): Table {
  return {
    kind: 'table',
    id: 'numbers',
    columns: [
      { key: 'letter', label: '', align: 'left', weight: 0.3, cut: 'fixed', tone: 'soft' },
      { key: 'what', label: 'Number', align: 'left', weight: 1.4, cut: 'text' },
      { key: 'value', label: 'Value', align: 'right', weight: 1, cut: 'fixed' },
      { key: 'unit', label: '', align: 'left', weight: 1.4, cut: 'text', tone: 'soft' },
      { key: 'source', label: 'Source', align: 'left', weight: 2.2, cut: 'text', tone: 'soft' },
    ],
    rows: MGO_QUANTITIES.map(({ name, letter, label, unit }): Row => ({
      cells: {
        letter: { value: text(letter) },
        what: { value: text(label) },
        value: { value: values[name] },
        unit: { value: text(unit) },
        source: { value: text(sourceWords(name, solution.solved, sources)) },
      },
      ...(name === solution.solved && { emphasis: 'strong' as const }),
    })),
    isWhole: true,
  };
}

function sourceWords(name: MgoName, solved: MgoName, sources: MgoResult['sources']): string {
  return name === solved ? 'worked out: the answer' : (sources.get(name) ?? 'worked out');
}
