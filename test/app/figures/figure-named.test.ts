import { describe, expect, it } from 'vitest';
import { figureNamed } from '../../../src/app/figures/figure-named.ts';
import { Failure } from '../../../src/units/failure.ts';
import type { Figure } from '../../../src/domain/figure.ts';

const figure: Figure = {
  label: 'A figure',
  value: { kind: 'missing', reason: 'not looked at' },
  evidence: { formula: '', sources: [] },
};
const figures = (...names: string[]) => Object.fromEntries(names.map((name) => [name, figure]));

const PAGES = [
  { heading: 'Results, pipeline and program', figures: figures('pace', 'pace_quarter', 'coverage_q1', 'coverage_q2') },
  { heading: 'Life-stage', figures: {} },
  {
    heading: 'Marketing plan',
    figures: figures('marketing_mdf', 'campaign_web_won', 'campaign_web_mql', 'campaign_web_2_won'),
    stems: ['campaign_web_', 'campaign_web_2_'],
  },
  {
    heading: 'Business plan',
    figures: figures('business_end', 'business_year_1_people', 'business_year_2_people', 'business_year_3_people'),
    stems: ['business_year_1_', 'business_year_2_', 'business_year_3_'],
  },
];

function failureOf(typed: string): Failure {
  try {
    figureNamed(typed, PAGES);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error(`${typed} is a figure`);
}

describe('the name of a figure', () => {
  it('may be typed with hyphens and capitals', () => {
    expect(figureNamed('Business-Year-2-People', PAGES)).toBe('business_year_2_people');
  });

  it('that is nearly right is answered with the right one alone', () => {
    expect(failureOf('pcae')).toMatchObject({ remedy: 'Did you mean pace?', choices: [] });
  });

  it('that is nothing like any is answered page by page, what there is of each year or campaign once', () => {
    const { kind, message, remedy, choices } = failureOf('nonsense');
    expect([kind, message, remedy]).toEqual(['usage', 'There is no figure "nonsense".', 'Ask for one of these:']);
    expect(choices).toEqual([
      { heading: 'Results, pipeline and program', names: ['pace', 'pace_quarter'] },
      { heading: 'Marketing plan', names: ['marketing_mdf'] },
      { heading: 'Marketing plan, beginning with campaign_web_ or campaign_web_2_', names: ['won', 'mql'] },
      { heading: 'Business plan', names: ['business_end'] },
      {
        heading: 'Business plan, beginning with business_year_1_, business_year_2_ or business_year_3_',
        names: ['people'],
      },
    ]);
  });
});
