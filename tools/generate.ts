/**
 * tools/generate.ts — what is made from the product itself and committed, so that every change of it is seen: the schema,
 * the OpenAPI document and the web's client types. With --write it writes them, else it says which are stale.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { openApp } from '../server/app.ts'
import { systemClock } from '../server/platform/clock.ts'
import { connect } from '../server/platform/db.ts'
import { type Embedded, startEmbedded } from '../server/platform/embedded/index.ts'
import { openLog } from '../server/platform/log.ts'
import { migrate } from '../server/platform/migrate.ts'
import { schemaText } from './schema-text.ts'

const root = new URL('../', import.meta.url)

async function generated(): Promise<Map<string, string>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-generate-'))
  const embedded = await startEmbedded({ dataDir, log: () => {}, durability: 'passing' })
  try {
    await migrate(embedded.superuser, new URL('server/migrations/', root))
    const openapi = await openapiText(embedded)
    return new Map([
      ['server/schema.sql', await schemaOf(embedded)],
      ['docs/openapi.json', openapi],
      ...(existsSync(new URL('web/', root)) ? [['web/api/schema.gen.ts', await clientTypes(openapi)] as const] : []),
    ])
  } finally {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function schemaOf({ superuser }: Embedded): Promise<string> {
  const sql = connect(superuser, { max: 1 })
  try {
    return await schemaText(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function openapiText({ app: target }: Embedded): Promise<string> {
  const app = await openApp({
    target,
    clock: systemClock,
    log: openLog('silent'),
    connectionsMax: 2,
    preparedStatements: true,
    works: false,
    webRoot: null,
  })
  try {
    await app.http.ready()
    return `${JSON.stringify(app.http.swagger(), null, 1)}\n`
  } finally {
    await app.close()
  }
}

async function clientTypes(openapi: string): Promise<string> {
  return `/** Generated from docs/openapi.json by \`npm run check -- --write\`. */\n${astToString(await openapiTS(JSON.parse(openapi)))}`
}

const mayWrite = process.argv.includes('--write')
for (const [path, text] of await generated()) {
  const url = new URL(path, root)
  if ((await readFile(url, 'utf8').catch(() => null)) === text) continue
  if (mayWrite) {
    await mkdir(dirname(fileURLToPath(url)), { recursive: true })
    await writeFile(url, text)
    process.stdout.write(`${path} written\n`)
  } else {
    process.stdout.write(`${path} is stale: npm run check -- --write\n`)
    process.exitCode = 1
  }
}
