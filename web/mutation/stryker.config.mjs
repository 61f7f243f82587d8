// What Stryker changes in web/, and which tests have to notice. Runs in web/; `scripts/tasks/mutation_web.py` starts it
// and says by FIELDBOOK_MUTATION where it may write: never in the tree.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of tests/, in the order in which they are asked: the quick ones first. */
export const suites = ['entry', 'marking', 'local', 'keeping', 'record', 'database', 'indexed', 'browser', 'exam', 'review', 'choice', 'blank', 'order', 'match', 'player'];

const folder = process.env.FIELDBOOK_MUTATION ?? join(tmpdir(), 'fieldbook-mutation');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['record/*.ts', 'player/{marking,blank,choice,match,order}.ts', 'exam/draw.ts', 'review/{schedule,due}.ts'],
  testRunner: 'tap',
  tap: {
    testFiles: suites.map((name) => `mutation/tests/${name}.test.mjs`),
    nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
  },
  // by its full address: Stryker lends its copy the installed packages only after building
  buildCommand: `node ${join(import.meta.dirname, 'bundle.mjs').replaceAll(' ', '\\ ')}`,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // who runs for ever is noticed too; long, so that a busy machine is not taken for that
  timeoutMS: 20_000,
  ignorePatterns: ['dist', 'benchmarks', 'firefox', 'style'],
  // not there: the TypeScript of web/ has no programming interface, and esbuild does not ask for one
  tsconfigFile: 'mutation/none.json',
  tempDirName: join(folder, 'copy'),
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: join(folder, 'report.json') },
  disableTypeChecks: true,
  checkers: [],
  plugins: ['@stryker-mutator/tap-runner'],
  allowConsoleColors: false,
};
