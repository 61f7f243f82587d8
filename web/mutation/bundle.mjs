// Bundles each test file that stryker.config.mjs names on its own, into mutation/tests/ of Stryker's copy of web/.
// Runs in that copy alone, after Stryker has put its switches into the sources: one bundle serves every mutant.
import { build } from 'esbuild';
import { suites } from './stryker.config.mjs';

await build({
  entryPoints: suites.map((name) => `tests/${name}.test.ts`),
  outdir: 'mutation/tests',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  inject: ['mutation/steady.mjs'],
  define: { VERSION: '"0"', LANGUAGE: '"zh"' },
  logLevel: 'warning',
});
