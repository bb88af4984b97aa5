import { isActive } from '../../domain/active-partner.ts';
import type { Workspace } from '../territory/open-workspace.ts';

/**
 * What "all partners" means on the as-of day: those that are not retired. Partners whose files cannot be used are among them, so that a
 * batch names them.
 */
export function activePartnerIds({ territory, partnerIds, asOf }: Workspace): {
  readonly active: readonly string[];
  readonly retired: readonly string[];
} {
  const gone = territory.partners.filter(({ partner }) => !isActive(partner, asOf)).map(({ id }) => id);
  const retired = new Set(gone);
  return { active: partnerIds.filter((id) => !retired.has(id)), retired: gone };
}
