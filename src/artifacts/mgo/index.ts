export { mgoDocument } from './document.ts';
export type { MgoResult } from './result.ts';
