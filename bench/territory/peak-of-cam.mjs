// Runs cam with the words given and prints the most memory it had, in megabytes, and nothing of what cam says: node peak-of-cam.mjs WORDS
import { run } from '../../dist/cam.js';

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
process.exitCode = await run(process.argv.slice(2));
write(`${Math.ceil(process.resourceUsage().maxRSS / 1024)}\n`);
