/**
 * tools/checks/domain-purity.mjs — the domain has no clock, no randomness, no Node and no package: it is functions from
 * values to values, and so runs the same everywhere.
 */
import { isCode, isTest, pathsBelow, ts, walk } from './sources.mjs'

export const tells = 'the domain is pure'

const worldly = new Set([
  'Date',
  'performance',
  'crypto',
  'process',
  'fetch',
  'globalThis',
  'setTimeout',
  'setInterval',
])

export function problems(root) {
  return pathsBelow(root, 'domain')
    .filter((path) => isCode(path) && !isTest(path))
    .flatMap((path) => problemsIn(root, path))
}

function problemsIn(root, path) {
  const found = []
  walk(root, path, (node, lineOf) => {
    const problem = importProblem(node) ?? globalProblem(node)
    if (problem) found.push(`${path}:${lineOf(node)} ${problem}`)
  })
  return found
}

function importProblem(node) {
  if (!(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) || !node.moduleSpecifier) return null
  const { text } = node.moduleSpecifier
  return text.startsWith('.') || text.startsWith('#domain/') ? null : `imports ${text}`
}

function globalProblem(node) {
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'uses Math.random'
  if (!ts.isIdentifier(node) || !worldly.has(node.text)) return null
  const { parent } = node
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isPropertySignature(parent)
  return isName ? null : `uses ${node.text}`
}
