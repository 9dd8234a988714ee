/**
 * tools/build.mjs — makes `dist`: the server and the command line as one file each (packages stay in node_modules), and
 * the web app. What is made from unchanged sources is left alone.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { filesBelow, giveUp, inRoot, runScript } from './paths.mjs'

const isTest = (path) => /\.(test|conformance)\.tsx?$/.test(path) || /^(server|web|cli)\/test\//.test(path)
const always = ['package.json', 'package-lock.json', 'tools/build.mjs', 'tsconfig.json']

const products = [
  { name: 'server', from: ['server', 'domain'], entry: 'server/main.ts', make: bundle('dist/server.mjs') },
  { name: 'cli', from: ['cli', 'domain'], entry: 'cli/main.ts', make: bundle('dist/cli.mjs') },
  { name: 'web', from: ['web', 'domain'], entry: 'web/vite.config.ts', make: buildWeb },
]

/** All of it, or the products named. */
export async function build(...names) {
  mkdirSync(inRoot('dist'), { recursive: true })
  for (const { name, from, entry, make } of products) {
    if ((names.length > 0 && !names.includes(name)) || !existsSync(inRoot(entry))) continue
    const stamp = inRoot('dist', `${name}.stamp`)
    const hash = hashOf(from)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    process.stderr.write(`Building ${name}\n`)
    await make(entry)
    writeFileSync(stamp, hash)
  }
}

function hashOf(folders) {
  const hash = createHash('sha256').update(process.versions.node)
  const paths = folders.flatMap((folder) => filesBelow(folder)).filter((path) => !isTest(path))
  for (const path of [...always, ...paths])
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(inRoot(path)))
  return hash.digest('hex')
}

function bundle(outfile) {
  return async (entry) => {
    const { build: esbuild } = await import('esbuild')
    await esbuild({
      absWorkingDir: inRoot(),
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    })
  }
}

async function buildWeb(config) {
  const args = ['build', '--config', config, '--logLevel', 'warn', '--outDir', inRoot('dist/web'), '--emptyOutDir']
  if (runScript('vite/bin/vite.js', args) !== 0) giveUp('The web app could not be built; see above.')
}
