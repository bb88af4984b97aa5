import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { knownOnly } from '../../src/document/known-only.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { findBrowser, sheetsOf } from '../render/html/printed-page.ts';
import { openSample, pagesFrom } from './sample-pages.ts';

const LONG = 'Rewrite the joint go-to-market plan for regulated industries together with marketing and legal. ';
const browser = findBrowser();

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openSample();
});

/** The partner's page, five gaps on it, with the words of its agreed actions as long as a case says. */
function page(words: (text: string) => string): string {
  const { files, ...input } = artifactInput(workspace, partnerById(workspace, 'dunmore-valley-computers'));
  const { commitments: ledger, ...rest } = files;
  const commitments = ledger!.commitments.map((entry) => ({
    ...entry,
    what: words(entry.what),
    owner: words(entry.owner),
    ...(entry.resource !== undefined && { resource: words(entry.resource) }),
  }));
  const partner = { ...files.partner, name: words(files.partner.name) };
  const given = { ...input, files: { ...rest, partner, commitments: { ...ledger!, commitments } } };
  return renderHtml(knownOnly(pagesFrom(given).capability));
}

describe.skipIf(!browser)('the capability page prints on one sheet', () => {
  it.each([
    { words: 'the usual words', of: (text: string) => text, bottom: '25mm' },
    {
      words: 'the longest words',
      of: (text: string) => `${text} ${LONG.repeat(5)}`.slice(0, 500).trim(),
      bottom: '10mm',
    },
  ])('with $words', ({ of, bottom }) => {
    const html = page(of);
    expect(sheetsOf(html, browser!, { size: 'A4', bottom })).toBe(1);
    expect(sheetsOf(html, browser!, { size: 'Letter', bottom })).toBe(1);
  });
});

describe('the words of an agreed action', () => {
  it('go over two lines rather than being cut, while the page holds them', () => {
    const html = page((text) => text);
    expect(html).toContain('<span class="two">Business plan interview with the CAM</span>');
    expect(html).toContain('<span class="two">Registration margin sheet</span>');
  });
});
