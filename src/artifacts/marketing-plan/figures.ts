import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { text, type Value } from '../../units/value.ts';
import type { Figure } from '../../domain/figure.ts';
import { campaignFigures } from './campaign-figures.ts';
import type { MarketingPlanResult } from './compute.ts';
import { planFigures, type PlanFigure } from './plan-figures.ts';

/**
 * The figures of a plan with their reasons: those of all its campaigns by names like `marketing_won`, those of one campaign by names like
 * `campaign_web_1_won` or `campaign_web_1_mql_rate`. Their values are the very ones that the plan's page shows.
 */
export function marketingFigures(result: MarketingPlanResult): Readonly<Record<string, Figure>> {
  const { input, quarter, campaigns } = result;
  const sources = [
    sentence('{file}', { file: text(`partners/${input.files.id}/marketing/${formatFiscalQuarter(quarter)}.yaml`) }),
    sentence('templates/marketing-tactics.yaml'),
    ...(input.files.leads ? [sentence('{file}', { file: text(input.files.leads.path) })] : []),
  ];
  return {
    ...Object.fromEntries(
      planFigures(result).map(({ name, ...figure }) => [
        `marketing_${name}`,
        figureOf(figure, { result, name, sources }),
      ]),
    ),
    ...Object.assign({}, ...campaigns.map((campaign) => campaignFigures(campaign, { ...result, sources }))),
  };
}

function figureOf(
  { label, formula, ofOne, evidence, beside = [] }: Omit<PlanFigure, 'name'>,
  {
    result,
    name,
    sources,
  }: { readonly result: MarketingPlanResult; readonly name: string; readonly sources: readonly Sentence[] },
): Figure {
  const { values, campaigns } = result;
  const { [`${name}_conservative`]: conservative } = values;
  const inThatCase =
    conservative && conservative.kind !== 'missing'
      ? [sentence('conservative case: {value}', { value: conservative })]
      : [];
  return {
    label,
    value: values[name]!,
    evidence: {
      formula,
      ...(evidence?.workings && { workings: evidence.workings }),
      ...(ofOne && { parts: campaigns.map((each) => partWords(each.title, ofOne(each))) }),
      ...(inThatCase.length + beside.length > 0 && { beside: [...inThatCase, ...beside] }),
      sources,
    },
  };
}

function partWords(title: string, value: Value): Sentence {
  return value.kind === 'missing'
    ? sentence('{title}: unknown, {reason}', { title: text(title), reason: text(value.reason) })
    : sentence('{title}: {value}', { title: text(title), value });
}
