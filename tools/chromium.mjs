/**
 * tools/chromium.mjs — finds the browser that the tests drive; on Debian and as root it installs one where there is none.
 */
import { existsSync } from 'node:fs'
import { onPath, run } from './paths.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Its path; throws a sentence that tells what to install. */
export function findChromium() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, which is not there.`)
  }
  const found = present() ?? (install() ? present() : null)
  if (found) return found
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name one in CHROME_PATH.',
  )
}

const present = () => onPath(names) ?? elsewhere.find((path) => existsSync(path)) ?? null

function install() {
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) return false
  process.stderr.write('Installing Chromium for the browser tests\n')
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] }
  run('apt-get', ['update', '-qq'], options)
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options) === 0
}
