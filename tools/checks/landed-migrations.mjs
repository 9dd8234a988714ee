/**
 * tools/checks/landed-migrations.mjs — a migration that has landed in somebody's database is never edited: its hash is in
 * tools/landed-migrations.json. Numbers have no gap, and each file opens with a sentence of why.
 */
import { createHash } from 'node:crypto'
import { pathsBelow, textOf } from './sources.mjs'

export const tells = 'landed migrations are unchanged'

export const hashOf = (text) => createHash('sha256').update(text).digest('hex')

export function migrationPaths(root) {
  return pathsBelow(root, 'server/migrations').filter((path) => path.endsWith('.sql'))
}

export function problems(root) {
  const landed = JSON.parse(textOf(root, 'tools/landed-migrations.json'))
  const paths = migrationPaths(root)
  const present = new Map(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), textOf(root, path)]))
  const changed = Object.entries(landed).flatMap(([name, hash]) => {
    const text = present.get(name)
    if (text === undefined) return [`${name} has landed and is gone`]
    return hashOf(text) === hash ? [] : [`${name} has landed and was changed; write a new migration instead`]
  })
  const shape = [...present].flatMap(([name, text], index) => [
    ...(name.startsWith(String(index + 1).padStart(4, '0')) ? [] : [`${name} should be number ${index + 1}`]),
    ...(text.startsWith('-- ') ? [] : [`${name} does not open with a sentence of why`]),
  ])
  return [...changed, ...shape]
}
