import { yamlFile } from './yaml-file.mjs';

/** `funds.yaml`: what was approved of market development funds for the running quarter, and what of it was used; with those of other quarters. */
export function fundsFile({ partners, current_quarter: quarter, mdf_expires: expires }, others) {
  const funds = partners.flatMap((partner) => {
    const { approved, used } = partner[`mdf_${quarter}`] ?? {};
    if (!approved) return [];
    return [{ id: `mdf-${partner.id}`, partner: partner.id, kind: 'mdf', period: quarter, approved, used, expires }];
  });
  return yamlFile(
    { funds: [...funds, ...others] },
    {
      schema: '.cam/schemas/funds.json',
      about: ["Market development funds, a line each for partner and period, in the partner's currency. Invented."],
      oneLine: ['funds'],
    },
  );
}
