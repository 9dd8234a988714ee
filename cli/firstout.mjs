#!/usr/bin/env node
/** cli/firstout.mjs — `npx firstout`: the command line, built where it is not yet or has changed. */
import { build } from '../tools/build.mjs'

await build('cli')
process.setSourceMapsEnabled(true)
await import(new URL('../dist/cli.mjs', import.meta.url).href)
