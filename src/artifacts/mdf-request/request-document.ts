import type { Paragraph, Table } from '../../document/block.ts';
import type { Document, Section } from '../../document/document.ts';
import type { MdfRequestSheet } from '../../domain/marketing/funds/mdf-request.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import { amount, text } from '../../units/value.ts';
import { pageFrame, quarterWords } from '../page-frame.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { rangeOfQuarter } from '../../domain/fiscal-calendar.ts';
import type { ArtifactInput } from '../artifact.ts';
import { answerTable, fieldTable, formTable, type FormHeadings } from './form-blocks.ts';
import { estimate, fieldsOf, requestFields, type FormField } from './request-fields.ts';

const ANSWER = "Vendor's answer";
const ANSWER_FIELDS = ['Approved, rejected or declined', 'Amount', 'By', 'On', 'Why'] as const;

const SOURCE = 'marketing plan of the partner; expected numbers are estimates';

const HEADINGS: FormHeadings = {
  activity: 'What is planned',
  money: 'What is asked for',
  return: 'What is expected',
  days: 'Days to keep',
  'follow-up': 'Proof and follow-up',
};

/** On the page the proof stands across its width, the rest of the group in a column. */
const PAGE_HEADINGS: FormHeadings = { ...HEADINGS, 'follow-up': 'Follow-up and approvals' };

/** The form of a request: one page that says all a vendor needs to decide, with room for the answer. */
export function requestDocument(sheet: MdfRequestSheet, input: ArtifactInput): Document {
  const fields = requestFields(sheet);
  const { campaign } = sheet.forecast;
  const title = sheet.fund?.fund.kind === 'coop' ? 'Request for co-op funds' : 'Request for market development funds';
  return {
    ...formFrame(sheet, input),
    id: `mdf-request-${campaign.id}`,
    title,
    sections: [
      {
        id: 'request',
        kicker: { number: '', name: 'Request' },
        headline: headlineOf(sheet),
        layout: 'two-columns',
        left: [
          fieldTable(
            fields.filter(({ key }) => key !== 'description'),
            'activity',
            HEADINGS,
          ),
          costTable(sheet),
          fieldTable(fields, 'money', HEADINGS),
        ],
        right: [
          fieldTable(fields, 'return', HEADINGS),
          fieldTable(fields, 'days', HEADINGS),
          fieldTable(
            fields.filter((field) => !isProof(field)),
            'follow-up',
            PAGE_HEADINGS,
          ),
        ],
        notes: [],
        source: SOURCE,
      },
      ...wordsSection(
        'description',
        'Description',
        fields.filter(({ key }) => key === 'description'),
      ),
      ...wordsSection('proof', 'Proof to be supplied', fields.filter(isProof)),
      answerSection(input),
    ],
    form: formTable(
      title,
      [
        ...fields.filter(({ group }) => group === 'activity'),
        ...costFields(sheet),
        ...fields.filter(({ group }) => group !== 'activity'),
      ],
      { headings: HEADINGS, answer: { heading: ANSWER, labels: ANSWER_FIELDS } },
    ),
    figures: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  };
}

/** Over the whole width: a cell would cut what the vendor decides by. */
function wordsSection(id: string, name: string, fields: readonly FormField[]): Section[] {
  const words = fields.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  if (words.length === 0) return [];
  return [
    {
      id,
      kicker: { number: '', name },
      headline: sentence(name),
      layout: 'table',
      main: [{ kind: 'paragraph', text: plainSentence(words.join(' · ')) }],
      notes: [],
      source: SOURCE,
    },
  ];
}

function isProof({ key }: FormField): boolean {
  return key.startsWith('proof_');
}

/** What the vendor's answer follows from, and room for it. */
function answerSection(input: ArtifactInput): Section {
  const conditions = conditionsOf(input);
  const name = conditions.length > 0 ? 'What is funded' : ANSWER;
  return {
    id: 'answer',
    kicker: { number: '', name },
    headline: sentence(ANSWER),
    layout: 'table',
    main: [...conditions, answerTable('answer', ANSWER, ANSWER_FIELDS)],
    notes: [],
    source: SOURCE,
  };
}

/** What a vendor pays for, and what not. */
function conditionsOf({ marketingTactics: { mdf } }: ArtifactInput): Paragraph[] {
  const parts = [
    ['Paid when', mdf.gates],
    ['Not funded', mdf.not_funded],
  ] as const;
  const words = parts.flatMap(([lead, list]) =>
    list.length > 0 ? [`${lead}: ${list.join(', ').toLowerCase()}.`] : [],
  );
  return words.length > 0 ? [{ kind: 'paragraph', text: plainSentence(words.join(' ')) }] : [];
}

/** What every form carries: amounts in full, the quarter of the plan. */
export function formFrame({ plan }: Pick<MdfRequestSheet, 'plan'>, input: ArtifactInput) {
  const frame = pageFrame(input);
  const range = rangeOfQuarter(plan.quarter, input.review.calendar);
  return {
    ...frame,
    edition: 'partner' as const,
    format: { ...frame.format, precision: 'full' as const },
    period: { name: formatFiscalQuarter(plan.quarter), words: quarterWords(range) },
  };
}

function headlineOf({ forecast, plan, amountRequested, totalCost, pipeline }: MdfRequestSheet): Sentence {
  return sentence('{asked} of {cost} for {title}: pipeline of {pipeline} expected', {
    asked: amount(amountRequested, plan.currency),
    cost: amount(totalCost, plan.currency),
    title: text(forecast.title),
    pipeline: estimate(pipeline, plan.currency),
  });
}

/** What it costs, line by line. */
function costFields({ forecast: { costLines }, plan: { currency } }: MdfRequestSheet): FormField[] {
  return fieldsOf(
    'money',
    costLines.map(({ title, amount: cost }, index) => [`cost_${index + 1}`, title, amount(cost, currency)] as const),
  );
}

function costTable({ forecast: { costLines }, plan: { currency }, sumOfCostLines }: MdfRequestSheet): Table {
  return {
    kind: 'table',
    id: 'costs',
    isWhole: true,
    columns: [
      { key: 'line', label: 'What it costs', align: 'left', weight: 4, cut: 'text', wraps: true },
      { key: 'cost', label: '', align: 'right', weight: 2, cut: 'fixed' },
    ],
    rows: [
      ...costLines.map(({ title, amount: cost }) => ({
        cells: { line: { value: text(title) }, cost: { value: amount(cost, currency) } },
      })),
      {
        emphasis: 'strong' as const,
        cells: { line: { value: text('Total') }, cost: { value: amount(sumOfCostLines, currency) } },
      },
    ],
  };
}
