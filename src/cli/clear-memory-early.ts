import { setEngineFlag } from './engine-flags.ts';

/**
 * Makes the engine clear its memory whenever that has grown by a third, not only when it has doubled. A workbook of 100,000 rows is read,
 * becomes deals and files and is perhaps read again as a territory: what is done with would otherwise stay until the end, two hundred
 * megabytes of it.
 */
export function clearMemoryEarly(): void {
  setEngineFlag('heap-growing-percent', 30);
}
