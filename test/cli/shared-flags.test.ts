import { describe, expect, it } from 'vitest';
import { glanceAt, readSharedFlags } from '../../src/cli/shared-flags.ts';

describe('the flags of every command', () => {
  it('are all off when nothing was typed', () => {
    expect(readSharedFlags({ color: true, input: true }, {})).toEqual({
      json: false,
      quiet: false,
      noInput: false,
      force: false,
      dryRun: false,
      debug: false,
    });
  });

  it('win over the environment, which fills what was not typed', () => {
    const environment = { CAM_WORKSPACE: 'theirs', CAM_AS_OF: '2025-12-31', CAM_OUT: 'shared-out', CAM_NO_INPUT: '1' };
    expect(readSharedFlags({ workspace: 'mine', asOf: '2026-02-28' }, environment)).toMatchObject({
      workspace: 'mine',
      asOf: '2026-02-28',
      out: 'shared-out',
      noInput: true,
    });
  });

  it.each(['', '0', 'false', 'No'])('ask questions although CAM_NO_INPUT is set to "%s"', (value) => {
    expect(readSharedFlags({}, { CAM_NO_INPUT: value, CAM_OUT: '' })).not.toHaveProperty('out');
    expect(readSharedFlags({}, { CAM_NO_INPUT: value }).noInput).toBe(false);
  });

  it.each(['2026-02-30', '28.02.2026', 'today', '2026-2-8', '20260228'])('refuse %s as a date', (asOf) => {
    expect(() => readSharedFlags({ asOf }, {})).toThrow(`--as-of: "${asOf}" is not a date.`);
  });

  it('say which variable holds the wrong date', () => {
    expect(() => readSharedFlags({}, { CAM_AS_OF: 'soon' })).toThrow('CAM_AS_OF: "soon" is not a date.');
  });

  it('take several formats once each', () => {
    expect(readSharedFlags({ format: 'md, HTML,md' }, {}).format).toEqual(['md', 'html']);
  });

  it.each(['docx', 'md,', 'md,,html'])('refuse the format "%s" and name those that exist', (format) => {
    const read = () => readSharedFlags({ format }, {});
    expect(read).toThrow('is not a format');
    expect(read).toThrow(expect.objectContaining({ kind: 'usage', remedy: expect.stringContaining('pptx') }));
  });

  it.each(['workspace', 'out', 'asOf', 'format'])(
    'refuse an empty %s, as a script with an unset variable gives it',
    (flag) => {
      expect(() => readSharedFlags({ [flag]: '' }, {})).toThrow('needs a value');
    },
  );
});

describe('a glance at the command line', () => {
  it('knows how to print before the line can be read, and stops at --', () => {
    expect(glanceAt(['chek', '--json', '--', '--quiet'], {})).toMatchObject({ json: true, quiet: false });
  });
});
