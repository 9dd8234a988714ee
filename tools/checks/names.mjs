/**
 * tools/checks/names.mjs — file names are kebab-case, and no exported name ends in a word that says nothing.
 */
import { isCode, isTest, pathsBelow, textOf, ts, walk } from './sources.mjs'

export const tells = 'names say something'

const folders = ['domain', 'server', 'web', 'cli', 'bench', 'tools']
const banned =
  /(?:^(?:Manager|Helper|Util|Service|Impl|Base|data|info|process|handle)|(?:Manager|Helper|Utils?|Service|Impl|Base|Data|Info|Process|Handle))$/
const fileName = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/

export function problems(root) {
  return folders
    .flatMap((folder) => pathsBelow(root, folder))
    .filter(isCode)
    .flatMap((path) => problemsIn(root, path))
}

function problemsIn(root, path) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const found = fileName.test(name) ? [] : [`${path} is not kebab-case`]
  if (isTest(path)) return found
  if (new RegExp(`\\b${'TO'}${'DO'}\\b|\\b${'FIX'}${'ME'}\\b`).test(textOf(root, path)))
    found.push(`${path} leaves something to do`)
  walk(root, path, (node, lineOf) => {
    const declared = exportedName(node)
    if (declared && banned.test(declared)) found.push(`${path}:${lineOf(node)} ${declared}`)
  })
  return found
}

function exportedName(node) {
  const exported =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!exported) return null
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? null
  return 'name' in node && node.name ? node.name.getText() : null
}
