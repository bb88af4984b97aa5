import type { MarketingWish } from '../../app/marketing-plan/plan-wish.ts';
import { verifiedCampaigns } from '../../app/marketing-plan/verify-plan.ts';
import type { SavedMarketingPlan } from '../../app/marketing-plan/save-plan.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatSentence } from '../../units/format.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { wrapWords } from './wrap-words.ts';

/** What is said when a plan was verified: each campaign with its verdict, and whose numbers are still open. */
export function verificationWords(
  { plan, file }: SavedMarketingPlan,
  { wish, screen }: { readonly wish: MarketingWish; readonly screen: Screen },
): string {
  const { green, dim, bold } = coloursOf(screen);
  const name = `the ${formatFiscalQuarter(plan.quarter)} marketing plan of ${singleLine(wish.input.files.partner.name)}`;
  const open = plan.campaigns.filter(({ actual }) => actual === undefined);
  const done = plan.campaigns.length - open.length;
  const words = wish.dryRun
    ? `Would record ${done} of ${plan.campaigns.length} campaigns of ${name}. Nothing was written.`
    : `${plan.status === 'verified' ? 'Verified' : `Recorded ${done} of ${plan.campaigns.length} campaigns`}: ${name}.`;
  const sign = wish.dryRun ? '' : `${green(screen.unicode ? '✓' : 'ok')} `;
  const [first = '', ...rest] = wrapWords(words, screen.width - 3);
  const verdicts = verifiedCampaigns(wish, plan).flatMap(({ title, verdict }) => {
    if (!verdict) return [];
    const reason = formatSentence(verdict.reason, { locale: wish.input.config.locale });
    return [
      `  ${bold(verdict.status.word)}  ${singleLine(title)}`,
      ...wrapWords(reason, screen.width - 6).map((text) => dim(`    ${text}`)),
    ];
  });
  const left = open.map(({ title, id }) => `Still open: ${singleLine(title ?? id)}`);
  return `${[`${sign}${first}`, ...rest.map((text) => `  ${text}`), ...verdicts, ...left, dim(`  ${file}`)].join('\n')}\n`;
}
