/**
 * tools/land-migrations.mjs — before a release: from now on its migrations are in somebody's database and never change.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { hashOf, migrationPaths, problems } from './checks/landed-migrations.mjs'
import { textOf } from './checks/sources.mjs'
import { giveUp, inRoot, root } from './paths.mjs'

const found = problems(root)
if (found.length > 0) giveUp(found.join('\n'))
const landed = Object.fromEntries(migrationPaths(root).map((path) => [basename(path), hashOf(textOf(root, path))]))
writeFileSync(inRoot('tools/landed-migrations.json'), `${JSON.stringify(landed, null, 2)}\n`)
process.stdout.write(`${Object.keys(landed).length} migrations have landed\n`)
