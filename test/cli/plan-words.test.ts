import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { run as planBusiness } from '../../src/cli/commands/plan/business.ts';
import { run as planMarketing } from '../../src/cli/commands/plan/marketing.ts';
import { day } from '../domain/given.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';

const NAME = 'Sondergard and Sonner Netzwerktechnik und Beratung Gesellschaft mit beschränkter Haftung';
const FILES = {
  'cam.yaml':
    'vendor: { name: Quillmere Systems }\ncam: { name: Ines Albrecht }\ncurrency: USD\nfiscal_year: { start_month: 7 }\nas_of: 2026-02-28\nstages: [{ name: Propose, status: open }]\n',
  'partners/sondergard/partner.yaml': `name: ${NAME}\ntype: var\n`,
  'business.yaml': 'goals: [ Ten customers ]\n',
  'marketing.yaml': 'goals: [ { id: demand-generation } ]\n',
};

/** What is said once the answers of a file were taken, on a screen of 80 columns. */
async function saidAfter(
  command: Command,
  answers: string,
  { dryRun, unicode, again }: { readonly dryRun: boolean; readonly unicode: boolean; readonly again?: string },
): Promise<string> {
  const root = await territoryOnDisk(FILES);
  const { text } = await command({
    args: ['sondergard'],
    options: { answers },
    shared: { json: false, quiet: false, noInput: true, force: false, dryRun, debug: false, format: ['terminal'] },
    effects: { currentFolder: root, today: day('2026-02-28'), progress: () => undefined },
    screen: { width: 80, colour: false, unicode, interactive: false, ...(again !== undefined && { again }) },
  });
  return text.slice(text.search(/(?:✓|ok) Saved: |Would save /));
}

describe.each([
  ['business', planBusiness, 'the FY26 plan of', 'cam plan business sondergard --agree'],
  ['marketing', planMarketing, 'the FY26-Q', '--agree'],
] as const)('what is said of a saved %s plan', (kind, command, what, next) => {
  it.each([true, false])('keeps to 80 columns for a partner with a long name (with unicode: %s)', async (unicode) => {
    const saved = await saidAfter(command, `${kind}.yaml`, { dryRun: false, unicode });
    expect(saved).toMatch(unicode ? /^✓ Saved: / : /^ok Saved: /);
    expect(saved).toContain(`Saved: ${what}`);
    expect(saved.replace(/\s+/g, ' ')).toContain(`${NAME}, a draft.`);
    expect(saved).toContain('\nNext  agree on it together\n  cam plan ');
    expect(saved).toContain(next);
    expect(saved.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  it('names the next command as it has to be typed where the territory was named', async () => {
    const again = ' --workspace demo';
    const saved = await saidAfter(command, `${kind}.yaml`, { dryRun: false, unicode: true, again });
    expect(saved).toContain(`${next}${again}\n`);
  });

  it('keeps to them in a dry run, too', async () => {
    const tried = await saidAfter(command, `${kind}.yaml`, { dryRun: true, unicode: true });
    expect(tried.replace(/\s+/g, ' ')).toContain(`${NAME}. Nothing was written.`);
    expect(tried.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});
