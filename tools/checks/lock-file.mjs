/**
 * tools/checks/lock-file.mjs — the repository names no package registry: whoever installs chooses theirs. Integrity hashes
 * keep what is installed the same everywhere.
 */
import { pathsBelow, textOf } from './sources.mjs'

export const tells = 'the lock file names no host'

export function problems(root) {
  const { packages } = JSON.parse(textOf(root, 'package-lock.json'))
  const inLock = Object.entries(packages).flatMap(([path, { resolved, integrity, link }]) => [
    ...(typeof resolved === 'string' && /^[a-z+]+:\/\//.test(resolved)
      ? [`package-lock.json: ${path} names a host`]
      : []),
    ...(path.startsWith('node_modules/') && !link && !integrity
      ? [`package-lock.json: ${path} has no integrity hash`]
      : []),
  ])
  const inSettings = pathsBelow(root, '')
    .filter((path) => path.endsWith('.npmrc'))
    .filter((path) => /registry|_auth|:\/\//.test(textOf(root, path).replaceAll('omit-lockfile-registry-resolved', '')))
    .map((path) => `${path} names a registry`)
  return [...inLock, ...inSettings]
}
