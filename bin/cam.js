#!/usr/bin/env node
import { run } from '../dist/cam.js';

process.exitCode = await run(process.argv.slice(2));
