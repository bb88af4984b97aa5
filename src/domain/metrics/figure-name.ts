/** The name of a metric as figures, facts and requirements write it: `large-open-deals` is `large_open_deals`. */
export function figureNameOfId(id: string): string {
  return id.toLowerCase().replaceAll('-', '_');
}
