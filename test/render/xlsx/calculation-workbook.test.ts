import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { givenCalculation } from '../../document/calculation/given-calculation.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { cellNamed, cellsIn } from './workbook-cells.ts';

const document = { ...richScorecard, calculation: givenCalculation() };
const bytes = renderXlsx(document);
const cells = cellsIn(bytes);

describe('the live workbook of a calculation', () => {
  it('is sound and valid for Excel', async () => {
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('has inputs as plain numbers and all else as formulas of them', () => {
    expect(cells.get('Tactics & rates!C11')).toEqual({ value: 0.08 });
    expect(cells.get('Tactics & rates!C13')).toEqual({ value: 80, formula: 'C10*C11' });
    expect(cells.get('Tactics & rates!E12')).toEqual({ value: 10_000, formula: 'SUM(C12:D12)' });
    expect(cells.get('Summary!C6')).toEqual({ value: 10_000, formula: "'Tactics & rates'!E12" });
    expect(cells.get('Summary!C8')).toEqual({ value: 80, formula: "'Tactics & rates'!C13" });
  });

  it('says n/a for what is unknown and for what follows from it, in the formula too', () => {
    expect(cells.get('Tactics & rates!D13')).toEqual({ value: 'n/a', formula: 'IFERROR(D10*D11,"n/a")' });
    expect(cells.get('Tactics & rates!E13')).toEqual({
      value: 'n/a',
      formula: 'IF(COUNTIF(C13:D13,"n/a")>0,"n/a",SUM(C13:D13))',
    });
    expect(cells.get('Summary!C9')).toEqual({ value: 'n/a', formula: 'IFERROR(spend/leads,"n/a")' });
  });

  it('knows how many numbers were changed and how many checks fail', () => {
    expect(cells.get(cellNamed(bytes, 'numbers_changed'))).toMatchObject({ value: 0 });
    expect(cells.get(cellNamed(bytes, 'checks_failed'))).toMatchObject({ value: 0 });
    expect(cells.get('Checks!C8')).toMatchObject({
      formula: "'Tactics & rates'!E12-'Tactics & rates'!C12-'Tactics & rates'!D12",
    });
  });
});
