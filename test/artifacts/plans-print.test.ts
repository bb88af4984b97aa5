import { expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { businessPlan } from '../../src/artifacts/business-plan/index.ts';
import { marketingPlan } from '../../src/artifacts/marketing-plan/index.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { findBrowser, sheetsOf } from '../render/html/printed-page.ts';
import { openSample } from './sample-pages.ts';

const workspace = await openSample();
const browser = findBrowser();
if (!browser && process.env['CI'] === 'true') throw new Error('Chromium is missing: printing cannot be tested.');
if (!browser) console.warn('Chromium is missing: whether a page prints on one sheet was NOT tested.');

it.skipIf(!browser)(
  'the business plan and the marketing plan of every sample partner print on a Letter sheet each',
  () => {
    const pages = workspace.territory.partners.flatMap((partner) => {
      const input = artifactInput(workspace, partner);
      return [
        renderHtml(businessPlan.toDocument(businessPlan.compute(input, undefined), 'partner')),
        renderHtml(marketingPlan.toDocument(marketingPlan.compute(input, undefined), 'partner')),
      ];
    });
    // All of them are printed at once: no page is less than a sheet, so as many sheets as pages is one each.
    const bodyOf = (html: string) => /<body[^>]*>([^]*)<\/body>/.exec(html)![1]!;
    const all = pages.map((html) => `<div class="sheet">${bodyOf(html)}</div>`).join('\n');
    const book = pages[0]!.replace(bodyOf(pages[0]!), () => all);
    expect(pages.length).toBeGreaterThan(20);
    expect(sheetsOf(book, browser!, { size: 'Letter', bottom: '10mm' })).toBe(pages.length);
  },
);

it.skipIf(!browser)(
  'a business plan with 25 goals fills its sheets, the first included, before it takes another',
  () => {
    const input = artifactInput(workspace, partnerById(workspace, 'larkmoor-managed-services'));
    const [plan] = input.files.businessPlans!;
    const goals = Array.from(
      { length: 25 },
      (_, i) =>
        `Goal ${i + 1}, that both sides want to reach within the year and that takes more than a line of words to say`,
    );
    const files = { ...input.files, businessPlans: [{ ...plan!, goals }] };
    const page = renderHtml(businessPlan.toDocument(businessPlan.compute({ ...input, files }, undefined), 'partner'));
    expect(sheetsOf(page, browser!, { size: 'Letter', bottom: '10mm' })).toBe(3);
    const inOnePiece = page.replace('section.long{break-inside:auto}', '');
    expect(sheetsOf(inOnePiece, browser!, { size: 'Letter', bottom: '10mm' })).toBe(4);
  },
);
