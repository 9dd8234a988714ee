/**
 * tools/checks/sources.mjs — the files that a check reads, and their syntax trees.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const skipped = new Set(['node_modules', 'dist', '.git', '.firstout', 'coverage'])

/** Paths below the folder, relative to `root`, with slashes, sorted. */
export function pathsBelow(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? pathsBelow(root, path) : [path]
    })
    .toSorted()
}

export const isCode = (path) => /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith('.gen.ts')
export const isTest = (path) => /\.(test|conformance)\.tsx?$/.test(path) || /^(server|web|cli)\/test\//.test(path)

export function textOf(root, path) {
  return readFileSync(join(root, path), 'utf8')
}

/** Calls `visit` with each node of the file, and says on which line a node is. */
export function walk(root, path, visit) {
  const source = ts.createSourceFile(path, textOf(root, path), ts.ScriptTarget.Latest, true)
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
  const step = (node) => {
    visit(node, lineOf)
    ts.forEachChild(node, step)
  }
  step(source)
}

export { ts }
