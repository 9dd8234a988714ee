#!/usr/bin/env node
/** cli/firstout.mjs — `npx firstout`: the command line, built where it is not yet or has changed. */
import { build } from '../tools/build.mjs'

const tends = process.argv.some((word) => ['backup', 'restore', 'move-to'].includes(word))
await build('cli', ...(tends ? ['server'] : []))
process.setSourceMapsEnabled(true)
await import(new URL('../dist/cli.mjs', import.meta.url).href)
