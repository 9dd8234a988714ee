/**
 * tools/test.mjs — `npm test`: everything that needs nothing beside the repository. With --conformance: what holds us
 * against data made by others, and fails where they are missing. Further arguments go to vitest.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { ensure } from './ensure.mjs'
import { filesBelow, giveUp, inRoot, root, runScript } from './paths.mjs'

const isConformance = process.argv.includes('--conformance')
const args = process.argv.slice(2).filter((arg) => arg !== '--conformance')
const env = { ...process.env }

try {
  if (isConformance) env.FIRSTOUT_DATA = dataOfOthers()
  await ensure()
  if (!isConformance && filesBelow('web').some((path) => path.endsWith('.browser.test.ts')))
    env.CHROME_PATH = findChromium()
} catch (error) {
  giveUp(error.message)
}
process.exitCode = report(vitest(isConformance ? ['conformance'] : ['domain', 'server', 'alone', 'browser']))

function dataOfOthers() {
  const folder = process.env.FIRSTOUT_DATA || inRoot('../shared/data')
  if (existsSync(folder)) return folder
  throw new Error(`The conformance tests need data made by others, in ${folder}, or where FIRSTOUT_DATA says.`)
}

function vitest(projects) {
  const results = inRoot(`node_modules/.cache/results-${process.pid}.json`)
  mkdirSync(inRoot('node_modules/.cache'), { recursive: true })
  const chosen = projects.flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const status = runScript('vitest/vitest.mjs', ['run', ...chosen, ...reporters, ...args], { env })
  const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null
  rmSync(results, { force: true })
  return { status, counts }
}

/** A file that could not be run counts as one failed test, and so does a test that was skipped. */
function report({ status, counts }) {
  const passed = counts?.numPassedTests ?? 0
  const broken =
    counts?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0) ?? []
  const skipped = args.length > 0 ? 0 : (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0)
  if (skipped > 0) process.stdout.write(`${skipped} tests were skipped, which counts as failed.\n`)
  const failed = Math.max((counts?.numFailedTests ?? 0) + broken.length + skipped, status === 0 ? 0 : 1)
  for (const line of failures(counts)) process.stdout.write(`${line}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}

/** What failed, a line each: a long log is often read from its end alone. */
function failures(counts) {
  return (counts?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      if (tests.length === 0) return [failure(name, message)]
      return tests.map(({ fullName, failureMessages }) => failure(`${name} > ${fullName}`, failureMessages[0]))
    })
}

function failure(what, message = '') {
  const messageMost = 300 // characters of a message that may be a page
  return `FAILED ${what.replace(root, '')}: ${message.split('\n')[0].slice(0, messageMost)}`
}
