import type { Document } from '../../document/document.ts';
import { knownOnly } from '../../document/known-only.ts';
import { fitPage } from './fit-page.ts';
import { escapeHtml } from './escape-html.ts';
import { paletteFor } from './palette.ts';
import { styleSheet } from './style-sheet.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A document as one self-contained page: inline drawings, no script, nothing fetched, everything escaped. A document of few
 * sections prints on one sheet of A4 and of Letter; its tables give up rows where that needs it.
 */
export function renderHtml(document: Document): string {
  const page = document.edition === 'partner' ? knownOnly(document) : document;
  const { title, subject, period } = document;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${title} · ${subject.name} · ${period.name}`)}</title>
<style>
${styleSheet(paletteFor(document.accent))}
</style>
</head>
<body${document.edition === 'internal' ? ' class="internal"' : ''}>
${fitPage(page)}
</body>
</html>
`;
}
