import { yamlFile } from './yaml-file.mjs';

/** `marketing/FY26-Q3.yaml`: what was planned and claimed. What leads and deals show of a campaign stands in their own files. */
export function marketingPlanFile({ campaigns, ...plan }, { figures }) {
  const own = campaigns.map(({ came: _, won_amounts: __, ...campaign }) => campaign);
  const what = own.length > 0 ? 'its marketing plan of the quarter' : 'no campaign ran in the quarter';
  return yamlFile(
    { ...plan, campaigns: own },
    {
      schema: '../../../.cam/schemas/marketing-plan.json',
      about: [`${figures.name}: ${what}. Invented, like all of this territory.`],
      oneLine: ['goals', 'reviews'],
      foldedInside: ['campaigns'],
    },
  );
}
