import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const CAM_YAML = `vendor: { name: Quillmere Systems }
cam: { name: Ines Albrecht }
currency: USD
stages:
  - { name: Propose, status: open }
  - { name: Closed won, status: won }
`;

/** A territory in a temporary folder, removed when the test is over; `cam.yaml` is sound unless it is given. */
export async function territoryOnDisk(
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cam-territory-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries({ 'cam.yaml': CAM_YAML, ...files })) {
    if (content === undefined) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}
