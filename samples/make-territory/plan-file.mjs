import { yamlFile } from './yaml-file.mjs';

/**
 * `business-plans/FY26.yaml` as it was agreed, with what the program's conservative and stretch cases change. What was promised for it is in
 * the ledger.
 */
export function planFile(plan, { figures, assumptions }) {
  const { conservative, stretch } = assumptions.scenarios.multipliers;
  const { commitments: _, ...rest } = plan;
  const scenarios = { conservative: { multipliers: conservative }, stretch: { multipliers: stretch } };
  return yamlFile(
    { ...rest, scenarios },
    {
      schema: '../../../.cam/schemas/business-plan.json',
      about: [`${figures.name}: its own profit with us over 36 months. Invented, like all of this territory.`],
      oneLine: ['agreed', 'who_does_what'],
    },
  );
}
