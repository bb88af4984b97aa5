// The main job on the sample: makes the fictitious territory in demo/ and a review deck for each of its partners.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cam = fileURLToPath(new URL('../bin/cam.js', import.meta.url));

function run(...words) {
  const { status, signal } = spawnSync(process.execPath, [cam, ...words], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(signal ? 130 : (status ?? 70));
}

run('init', 'demo', '--sample', '--force', '--quiet');
run('qbr', '--all', '--workspace', 'demo');

console.log(`The decks are in demo/out, one folder a partner. Open for example
  demo/out/larkmoor-managed-services/qbr-FY26-Q3.pptx

Then try
  cd demo
  node ../bin/cam.js                                                how the territory stands
  node ../bin/cam.js scorecard performance ostrander-pike-technology
  node ../bin/cam.js why ostrander-pike-technology coverage
  node ../bin/cam.js qbr --all --edition internal                   the same decks for your own eyes
`);
