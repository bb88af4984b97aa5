import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cam, envelope, newFolder, sampleTerritory } from './cam.ts';

const NO_TERRITORY =
  '✗ There is no territory here: no cam.yaml in this folder or above it.\n' +
  '  Go to the folder of your territory, name it with --workspace DIR, or make one with: cam init\n';

describe('outside any territory', () => {
  it.each([
    [[]],
    [['check']],
    [['partner', 'list']],
    [['qbr', '--all']],
    [['scorecard', 'performance', '--all']],
    [['why', 'larkmoor-managed-services', 'pace']],
  ])('"cam" with %j says what to do, exit code 2', async (argv) => {
    const folder = await newFolder();
    expect(await cam(argv, { in: folder })).toEqual({ code: 2, out: '', err: NO_TERRITORY });
  });

  it('the help, the version and the schemas answer all the same', async () => {
    const folder = await newFolder();
    for (const argv of [['--help'], ['--version'], ['qbr', '--help'], ['schema'], ['schema', 'partner']]) {
      expect((await cam(argv, { in: folder })).code, argv.join(' ')).toBe(0);
    }
  });
});

describe('the territory', () => {
  let demo: string;
  let status: string;
  beforeAll(async () => {
    demo = await sampleTerritory();
    status = (await cam([], { in: demo })).out;
  });

  it('says whose it is, of what day, and what comes next', () => {
    expect(status).toContain('Quillmere Systems   12 partners, as of 28 Feb 2026');
    expect(status).toContain(`
Today
1  Dunmore Valley Computers: review 33 days overdue
   cam qbr dunmore-valley-computers
2  Ostrander & Pike Technology: short, near plan, $626K at stake
   cam scorecard performance ostrander-pike-technology
3  Hollin Bay Systems: review 12 days overdue
   cam qbr hollin-bay-systems
`);
  });

  it('is found from any folder inside it', async () => {
    expect((await cam([], { in: join(demo, 'partners/okonjo-advisory') })).out).toBe(status);
  });

  it('is found by --workspace and by CAM_WORKSPACE, and the flag wins', async () => {
    const elsewhere = await newFolder();
    const again = status.replaceAll(/^( {3}cam .*)$/gm, `$1 --workspace ${demo}`);
    expect((await cam(['--workspace', demo], { in: elsewhere })).out).toBe(again);
    expect((await cam([], { in: elsewhere, env: { CAM_WORKSPACE: demo } })).out).toBe(status);
    const both = await cam(['--workspace', demo], { in: elsewhere, env: { CAM_WORKSPACE: join(elsewhere, 'none') } });
    expect(both.out).toBe(again);
  });

  it('that does not exist is named as it was typed', async () => {
    const { code, err } = await cam(['check', '--workspace', 'nowhere'], { in: demo });
    expect(code).toBe(2);
    expect(err).toContain('There is no territory in nowhere: it holds no cam.yaml.');
  });

  it('gets its files in its own folder, whatever folder the command is typed in', async () => {
    const argv = ['qbr', 'kestrowe-digital', '--json'];
    const inside = envelope(await cam(argv, { in: join(demo, 'partners') }));
    expect(inside.files).toEqual([
      { path: join(demo, 'out/kestrowe-digital/qbr-FY26-Q3.pptx'), kind: 'qbr', partner: 'kestrowe-digital' },
    ]);
    const elsewhere = await newFolder();
    const named = envelope(await cam([...argv, '--workspace', demo, '--out', 'mine'], { in: elsewhere }));
    expect(named.files[0]!.path).toBe(join(elsewhere, 'mine/kestrowe-digital/qbr-FY26-Q3.pptx'));
  });

  it.each([
    [['qbr', 'larkmor'], 'There is no partner "larkmor"', 'Did you mean larkmoor-managed-services?'],
    [['scorecard', 'performance', 'okonjo'], 'There is no partner "okonjo"', 'Did you mean okonjo-advisory?'],
    [['why', 'redfern-stack-solution', 'pace'], 'There is no partner', 'Did you mean redfern-stack-solutions?'],
    [['partner', 'show', 'kestrow-digital'], 'There is no partner', 'Did you mean kestrowe-digital?'],
    [['why', 'okonjo-advisory', 'covrage'], 'There is no figure "covrage".', 'Did you mean coverage?'],
    [['schema', 'partnr'], 'There is no schema "partnr".', 'Did you mean partner?'],
    [['scorcard', 'performance', 'okonjo-advisory'], 'There is no command "scorcard".', 'Did you mean scorecard?'],
    [['qbr', '--all', '--editon', 'internal'], 'There is no flag --editon.', 'Did you mean --edition?'],
    [['qbr', '--all', '--edition', 'secret'], '"secret" is no edition.', 'It is partner or internal.'],
    [['qbr', '--all', '--shard', '4/3'], '"4/3" is no shard.', 'Write part 2 of 4 as 2/4.'],
    [['qbr', '--all', 'okonjo-advisory'], 'Name partners or say --all, not both.', ''],
    [['scorecard', 'performance'], 'Which partner?', 'Name one, or say --all.'],
    [['scorecard', 'performance', '--all', '--format', 'pptx'], 'cannot be written as pptx', 'html'],
  ])('helps with a slip: %j', async (argv, message, remedy) => {
    const { code, out, err } = await cam(argv, { in: demo });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(remedy);
  });
});
