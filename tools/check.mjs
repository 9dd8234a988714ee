/**
 * tools/check.mjs — `npm run check`: the one gate, for people and for CI; a line for each rule, and at the end how many hold.
 * With --write it first formats, and makes the generated files anew.
 */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { ensureInstalled } from './ensure.mjs'
import { filesBelow, inRoot, root, runScript } from './paths.mjs'

ensureInstalled()
const folders = ['domain', 'server', 'web', 'cli', 'bench', 'tools'].filter((folder) => filesBelow(folder).length > 0)
const script = (path, ...args) => [process.execPath, inRoot('node_modules', path), ...args]

const knip = (...args) => script('knip/bin/knip.js', '--no-config-hints', '--no-progress', ...args)

const programs = [
  {
    tells: 'format and lint (biome)',
    command: script('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  { tells: 'types (tsc)', command: script('typescript/bin/tsc', '--noEmit', '-p', '.') },
  {
    tells: 'lint with types (oxlint)',
    command: script('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=unix'),
  },
  {
    tells: 'module line and front doors (dependency-cruiser)',
    command: script(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'tools/dependency-rules.cjs',
      '--output-type',
      'err-long',
      ...folders,
    ),
  },
  { tells: 'no dead code (knip)', command: knip() },
  { tells: 'no code for tests alone (knip)', command: knip('--production', '--include', 'files,exports,nsExports') },
  { tells: 'generated files are fresh', command: script('tsx/dist/cli.mjs', 'tools/generate.ts') },
]

if (process.argv.includes('--write')) {
  runScript('@biomejs/biome/bin/biome', ['check', '--write', '--log-level=error', '.'])
  runScript('tsx/dist/cli.mjs', ['tools/generate.ts', '--write'])
}
const results = [...(await ownChecks()), ...(await inTurns(programs, Math.min(2, availableParallelism())))]
const failed = results.filter((holds) => !holds).length
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function ownChecks() {
  const names = readdirSync(inRoot('tools/checks')).filter((name) => name.endsWith('.mjs') && name !== 'sources.mjs')
  const held = []
  for (const name of names) {
    const { tells, problems } = await import(`./checks/${name}`)
    const started = Date.now()
    const found = problems(root)
    held.push(say({ tells, holds: found.length === 0, output: found.join('\n'), ms: Date.now() - started }))
  }
  return held
}

/** A few at a time, each told when it is done. */
async function inTurns(waiting, widthMax) {
  const queue = [...waiting]
  const held = []
  const turn = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) held.push(say(await perform(next)))
  }
  await Promise.all(Array.from({ length: widthMax }, turn))
  return held
}

function perform({ tells, command: [program, ...args] }) {
  const started = Date.now()
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve) => {
    const end = (holds) => resolve({ tells, holds, output: String(Buffer.concat(chunks)), ms: Date.now() - started })
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}

function say({ tells, holds, output, ms }) {
  const seconds = `${(ms / 1000).toFixed(1)} s`.padStart(7)
  process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} ${seconds}  ${tells}\n`)
  if (!holds) process.stdout.write(`${output.trim().replaceAll(/^/gm, '        ')}\n`)
  return holds
}
