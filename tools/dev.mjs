/**
 * tools/dev.mjs — `npm run dev`: the server from its sources, started again at each change, and Vite before it.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureInstalled } from './ensure.mjs'
import { inRoot, root } from './paths.mjs'

ensureInstalled()
const start = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
const children = [start([inRoot('node_modules/tsx/dist/cli.mjs'), 'watch', 'server/main.ts', ...process.argv.slice(2)])]
if (existsSync(inRoot('web/vite.config.ts')))
  children.push(start([inRoot('node_modules/vite/bin/vite.js'), '--config', 'web/vite.config.ts']))

let left = children.length
for (const child of children)
  child.on('exit', (code) => {
    left--
    for (const other of children) other.kill('SIGTERM')
    if (left === 0) process.exit(code ?? 0)
  })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {}) // the children get it as well, and end first
