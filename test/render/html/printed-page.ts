import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser that prints pages; undefined where there is none. */
export function findBrowser(): string | undefined {
  return BROWSERS.find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** Number of sheets a page prints on; `bottom` is the lower margin. */
export function sheetsOf(
  html: string,
  browser: string,
  { size, bottom }: { size: 'A4' | 'Letter'; bottom: string },
): number {
  const folder = mkdtempSync(join(tmpdir(), 'printed-page-'));
  const rule = `<style>@page{size:${size};margin:10mm 12mm ${bottom}}</style></head>`;
  const source = join(folder, 'page.html');
  const target = join(folder, 'page.pdf');
  try {
    writeFileSync(source, html.replace('</head>', rule));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    const printing = [
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${target}`,
    ];
    execFileSync(browser, [...flags, ...printing, pathToFileURL(source).href], {
      stdio: 'ignore',
      timeout: 240_000,
      // What it leaves among the temporary files goes with the folder.
      env: { ...process.env, TMPDIR: folder },
    });
    return readFileSync(target, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  } finally {
    // Processes it started may outlive it by a moment, and write to its profile.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
