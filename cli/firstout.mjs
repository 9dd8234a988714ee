#!/usr/bin/env node
/** cli/firstout.mjs — runs cli/main.ts as it stands in the repository; Node 20 does not strip types itself. */
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
