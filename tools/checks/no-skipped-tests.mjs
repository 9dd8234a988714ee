/**
 * tools/checks/no-skipped-tests.mjs — a test runs or it does not exist: none is skipped, alone, to do or expected to fail.
 */
import { isCode, pathsBelow, ts, walk } from './sources.mjs'

export const tells = 'no test is skipped'

const makers = new Set(['test', 'it', 'describe', 'suite', 'bench'])
const ways = new Set(['only', 'skip', 'todo', 'fails', 'skipIf', 'runIf'])

export function problems(root) {
  return pathsBelow(root, '')
    .filter((path) => isCode(path) && /\.(test|conformance)\./.test(path))
    .flatMap((path) => {
      const found = []
      walk(root, path, (node, lineOf) => {
        if (!ts.isPropertyAccessExpression(node) || !ways.has(node.name.text)) return
        if (makers.has(firstName(node))) found.push(`${path}:${lineOf(node)} ${node.getText()}`)
      })
      return found
    })
}

function firstName(node) {
  return ts.isPropertyAccessExpression(node) ? firstName(node.expression) : ts.isIdentifier(node) ? node.text : ''
}
