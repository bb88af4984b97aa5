import { expect, it } from 'vitest';
import { firstPartnerRemedy } from '../../src/cli/page-options.ts';

it('the first partner comes in by a command, or by the sheet of a workbook that stands for the territory', () => {
  expect(firstPartnerRemedy(false)).toBe(
    'Add one with: cam partner add NAME --type TYPE, or import deals with --create-partners',
  );
  expect(firstPartnerRemedy(true)).toBe('Fill in the sheet "Partners" of the workbook.');
});
