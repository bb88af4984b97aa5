import type { KeyFigure } from '../../document/block.ts';
import type { Document, Section } from '../../document/document.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Onboarding } from '../../domain/life-stage/onboarding.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { text } from '../../units/value.ts';
import { figuresOf } from '../edition-figures.ts';
import { onboardingBlocks } from '../onboarding-blocks.ts';
import { pageFrame } from '../page-frame.ts';
import { handoverTitle } from './title.ts';
import type { HandoverResult } from './compute.ts';
import { commitmentBlocks, dealBlocks, dueBlocks, riskBlocks } from './open-blocks.ts';
import { peopleBlocks, profileBullets } from './profile-blocks.ts';

/**
 * One page for the colleague who takes a partner over. It is always internal: it tells of next steps and of what worries us. What only
 * the owner may read (notes, the odds of the CRM) is not on it either.
 */
export function handoverDocument(result: HandoverResult): Document {
  const { input, performance } = result;
  const frame = pageFrame(input);
  const headline = headlineOf(result);
  const section = (id: string, name: string, source: string) => ({
    id,
    kicker: { number: '', name },
    headline,
    notes: [],
    source,
  });
  const sides = { partner: frame.subject.shortName, vendor: frame.vendor };
  const onboardingSection = (onboarding: Onboarding): Section => ({
    ...section('onboarding', 'The first 90 days', 'partner.yaml'),
    layout: 'table',
    main: onboardingBlocks(onboarding, sides),
  });
  const sections: Section[] = [
    {
      ...section('standing', 'Where they stand', 'deals, targets'),
      notes: [sentence('Private notes are not on this page.')],
      layout: 'key-figures',
      top: [{ kind: 'key-figures', figures: standing(result) }],
      main: [],
      side: [],
    },
    {
      ...section('profile', 'Who they are', 'partner.yaml'),
      layout: 'two-columns',
      left: [profileBullets(result)],
      right: peopleBlocks(result),
    },
    ...(result.onboarding ? [onboardingSection(result.onboarding)] : []),
    {
      ...section('due', 'Overdue and due in 90 days', 'partner.yaml, registrations'),
      layout: 'main-side',
      main: dueBlocks(result),
      side: riskBlocks(result),
    },
    { ...section('deals', 'Open deals', 'deals'), layout: 'table', main: dealBlocks(result) },
    {
      ...section('commitments', 'Open commitments', 'commitments'),
      layout: 'table',
      main: commitmentBlocks(result, sides),
    },
  ];
  const values = Object.fromEntries(Object.entries(performance.figures).map(([name, { value }]) => [name, value]));
  return {
    ...frame,
    id: 'handover',
    title: handoverTitle(input.config.cam.name, result.colleague),
    edition: 'internal',
    sections,
    figures: figuresOf(values, 'partner'),
  };
}

/** The same figures with the same labels as on the performance scorecard. */
function standing({ performance: { figures } }: HandoverResult): KeyFigure[] {
  const { bookings_ytd: won, pace, forecast, forecast_vs_target, coverage, required_coverage: need } = figures;
  return [
    {
      ...labelled(won),
      ...(pace.value.kind === 'share' && { comparison: sentence('{pace} of plan to date', { pace: pace.value }) }),
      ...(pace.status && { status: pace.status }),
    },
    {
      ...labelled(forecast),
      ...(forecast_vs_target.value.kind === 'share' && {
        comparison: sentence('{share} of the target', { share: forecast_vs_target.value }),
      }),
      ...(forecast.status && { status: forecast.status }),
    },
    {
      ...labelled(coverage),
      ...(need.value.kind === 'times' && { comparison: sentence('needed {need}', { need: need.value }) }),
      ...(coverage.status && { status: coverage.status }),
    },
    {
      ...labelled(figures.open_pipeline),
      ...(figures.open_deals.value.kind === 'count' && {
        comparison: sentence('{deals|open deal|open deals}', { deals: figures.open_deals.value }),
      }),
    },
    labelled(figures.trailing_12_months),
  ];
}

function labelled({ label, value }: Figure): Pick<KeyFigure, 'label' | 'value'> {
  return { label: sentence(label), value };
}

/** Results first, then what is open; what is not known is not said. */
function headlineOf({ performance: { figures, review }, input: { files } }: HandoverResult): Sentence {
  const { bookings_ytd: won, pace, open_pipeline: open, open_deals: deals } = figures;
  const values = {
    name: text(files.partner.name),
    year: text(formatFiscalYear(review.quarter.year)),
    won: won.value,
    pace: pace.value,
    open: open.value,
    deals: deals.value,
  };
  const isOpen = open.value.kind === 'amount' && open.value.amount > 0;
  const ahead = isOpen ? ', and {open} is open in {deals|deal|deals}' : '';
  if (won.value.kind !== 'amount') return sentence('Nothing is known yet of what {name} sells', values);
  if (pace.value.kind === 'share') return sentence(`{won} won in {year}, {pace} of plan to date${ahead}`, values);
  return sentence(`{won} won in {year}${ahead}`, values);
}
