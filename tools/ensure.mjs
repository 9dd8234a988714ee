/**
 * tools/ensure.mjs — sees to it that what the lock file names is installed and that `dist` is what the sources say; does
 * nothing where both hold already.
 */
import { existsSync, readFileSync } from 'node:fs'
import { isMendedOtherwise, patchDriver } from './driver-patch.mjs'
import { giveUp, inRoot, run } from './paths.mjs'

const nodeMin = [20, 19]

export async function ensure() {
  ensureInstalled()
  const { build } = await import('./build.mjs')
  await build()
}

export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < nodeMin[0] || (major === nodeMin[0] && minor < nodeMin[1]))
    giveUp(`Firstout needs Node ${nodeMin.join('.')} or newer; this is ${process.versions.node}.`)
  const complete = isInstalled(inRoot('package-lock.json'), inRoot('node_modules/.package-lock.json'))
  if (!complete || isMendedOtherwise()) install()
  patchDriver()
}

function install() {
  process.stderr.write('Installing dependencies\n')
  const windows = process.platform === 'win32'
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const status = run(windows ? 'npm.cmd' : 'npm', args, { shell: windows, stdio: ['ignore', 2, 2] })
  if (status !== 0) giveUp('npm ci failed; see above. Is there a way to the package registry?')
}

/** npm notes what it installed when it has finished; only packages for other platforms may be missing there. */
export function isInstalled(wantedPath, installedPath) {
  if (!existsSync(installedPath)) return false
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(wantedPath, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || peer)
  })
}
