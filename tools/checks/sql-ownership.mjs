/**
 * tools/checks/sql-ownership.mjs — a module's SQL writes only tables of its own schema, and reads only those of itself and of
 * the modules before it. The platform keeps to its own.
 */
import { isCode, isTest, pathsBelow, textOf, ts, walk } from './sources.mjs'

export const tells = 'SQL keeps to the module line'

const platformSchemas = ['platform', 'graphile_worker', 'firstout']
/** Written or read by the platform on behalf of everybody; a module gets there through `#platform`. */
const writes =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?([a-z_]+)\.([a-z_]+)/gi
const names = /\b([a-z_]+)\.([a-z_]+)\b/g

export function problems(root) {
  const line = JSON.parse(textOf(root, 'tools/module-line.json'))
  const tables = knownTables(root)
  return pathsBelow(root, 'server')
    .filter((path) => isCode(path) && !isTest(path))
    .flatMap((path) => problemsIn(root, path, { line, tables }))
}

function knownTables(root) {
  const text = pathsBelow(root, 'server/migrations')
    .map((path) => textOf(root, path))
    .join('\n')
  return new Set([...text.matchAll(/create (?:table|view) ([a-z_]+\.[a-z_]+)/g)].map(([, name]) => name))
}

function problemsIn(root, path, { line, tables }) {
  const module = /^server\/modules\/([^/]+)\//.exec(path)?.[1] ?? null
  const mayWrite = module ? [module] : platformSchemas
  const mayRead = module ? line.slice(0, line.indexOf(module) + 1) : platformSchemas
  const found = []
  walk(root, path, (node, lineOf) => {
    const sql = sqlText(node)
    if (sql === null) return
    const at = `${path}:${lineOf(node)}`
    for (const [, schema, table] of sql.matchAll(writes))
      if (tables.has(`${schema}.${table}`) && !mayWrite.includes(schema)) found.push(`${at} writes ${schema}.${table}`)
    for (const [name, schema] of sql.matchAll(names))
      if (tables.has(name) && !mayRead.includes(schema) && !mayWrite.includes(schema)) found.push(`${at} reads ${name}`)
  })
  return [...new Set(found)]
}

/** The fixed text of a template or string, with a blank for each value in it. */
function sqlText(node) {
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')
}
