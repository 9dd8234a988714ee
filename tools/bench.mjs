/**
 * tools/bench.mjs — `npm run bench`: the benchmark suite, against the product as it is built.
 */
import { existsSync } from 'node:fs'
import { ensure } from './ensure.mjs'
import { giveUp, inRoot, runScript } from './paths.mjs'

if (!existsSync(inRoot('bench/main.ts'))) giveUp('There is no benchmark suite here: bench/main.ts is missing.')
await ensure()
process.exitCode = runScript('tsx/dist/cli.mjs', ['bench/main.ts', ...process.argv.slice(2)])
