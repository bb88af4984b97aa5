import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { jszip: fileURLToPath(new URL('./src/ooxml/jszip-parts.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    server: { deps: { inline: ['pptxgenjs'] } },
    testTimeout: 60_000,
    pool: 'forks',
  },
});
