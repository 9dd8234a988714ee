/**
 * tools/paths.mjs — where things lie, and the few ways in which every tool reads and starts something. Node's own modules
 * only: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
export const inRoot = (...parts) => resolve(root, ...parts)

const skipped = new Set(['node_modules', 'dist', '.git', '.firstout', 'coverage'])

/** Paths below `folder` relative to the root, with slashes, sorted; what is built or installed is left out. */
export function filesBelow(folder) {
  const found = []
  const visit = (relative) => {
    for (const entry of readdirSync(inRoot(relative), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) found.push(path)
    }
  }
  if (existsSync(inRoot(folder))) visit(folder)
  return found.sort()
}

/** The program's exit code; what it prints goes where ours goes. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw new Error(`${program} could not be started: ${error.message}`)
  return status ?? 1
}

/** Runs a script of an installed package with this very Node, whatever the platform's way of starting scripts. */
export const runScript = (script, args, options = {}) =>
  run(process.execPath, [inRoot('node_modules', script), ...args], options)

export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}

/** Ends the tool with a sentence for the person at the terminal. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
