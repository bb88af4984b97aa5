import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, SharedFlags } from '../../src/cli/command.ts';
import { run as planMarketing } from '../../src/cli/commands/plan/marketing.ts';
import { day } from '../domain/given.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';

/** A territory whose partner holds a webinar on `start`. */
function webinarOn(start: string): Promise<string> {
  return territoryOnDisk({
    'cam.yaml':
      'vendor: { name: Quillmere Systems }\ncam: { name: Ines Albrecht }\ncurrency: USD\nfiscal_year: { start_month: 7 }\nas_of: 2026-02-28\nstages: [{ name: Propose, status: open }]\n',
    'partners/acme/partner.yaml': 'name: Acme Networks\ntype: var\n',
    'partners/acme/marketing/FY26-Q4.yaml': `quarter: FY26-Q4\ncurrency: USD\ngoals: [{ id: demand-generation }]\ncampaigns:\n  - { id: spring-webinar, tactic: webinar, start: ${start} }\n`,
  });
}

/** `--ics plan.ics` typed in `folder` about the territory in `workspace`. */
function calendarIn(folder: string, workspace: string, flags: Partial<SharedFlags> = {}): Promise<Outcome> {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return planMarketing({
    args: ['acme'],
    options: { ics: 'plan.ics' },
    shared: { ...off, format: ['terminal'], workspace, ...flags },
    effects: { currentFolder: folder, today: day('2031-12-31'), progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive: false },
  });
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cam-calendar-'));

describe('the calendar file beside a marketing plan', () => {
  it('is told to a script when it is written, and not in a dry run', async () => {
    const root = await webinarOn('2026-05-12');
    expect(await calendarIn(root, root, { dryRun: true })).toMatchObject({ files: [], warnings: [] });
    const made = await calendarIn(root, root);
    expect(made).toMatchObject({
      files: [{ path: join(root, 'plan.ics'), kind: 'calendar', partner: 'acme' }],
      warnings: [],
    });
  });

  it('stays when somebody edited it, and is then a warning and no file written', async () => {
    const root = await webinarOn('2026-05-12');
    await calendarIn(root, root);
    const path = join(root, 'plan.ics');
    await appendFile(path, 'X-NOTE:mine\r\n');
    const again = await calendarIn(root, root);
    expect(again.text).toContain('Kept plan.ics: it was edited by hand (--force replaces it)');
    expect(again.files).toEqual([]);
    expect(again.warnings).toEqual([
      { where: path, message: 'was edited by hand and stays as it is; --force replaces it' },
    ]);
  });

  it('is remembered beside the workbook it was made from, so that a changed plan replaces it', async () => {
    const home = await newFolder();
    await calendarIn(home, await webinarOn('2026-05-12'), { home });
    const changed = await calendarIn(home, await webinarOn('2026-05-19'), { home });
    expect(changed.text).toContain('Wrote plan.ics');
    expect(changed.warnings).toEqual([]);
  });
});
