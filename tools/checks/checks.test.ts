import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import * as domainPurity from './domain-purity.mjs'
import * as landedMigrations from './landed-migrations.mjs'
import * as lockFile from './lock-file.mjs'
import * as names from './names.mjs'
import * as noSkippedTests from './no-skipped-tests.mjs'
import * as sqlOwnership from './sql-ownership.mjs'

const run = promisify(execFile)
const repository = fileURLToPath(new URL('../../', import.meta.url))
const planted: string[] = []
afterEach(async () => {
  for (const root of planted.splice(0)) await rm(root, { recursive: true, force: true })
})

async function plant(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'firstout-planted-'))
  planted.push(root)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

describe('SQL ownership', () => {
  const house = {
    'tools/module-line.json': '["access", "stock", "orders"]',
    'server/migrations/0001_first.sql':
      'create table stock.balance (x int);\ncreate table orders.sales_order (x int);\ncreate table platform.counter (x int);',
  }
  const problemsOf = async (path: string, text: string) =>
    sqlOwnership.problems(await plant({ ...house, [path]: text }))

  test('a module does not write what an earlier one owns', async () => {
    expect(
      await problemsOf(
        'server/modules/orders/store.ts',
        'export const a = (tx) => tx`\n  update stock.balance set x = 1`',
      ),
    ).toEqual(['server/modules/orders/store.ts:1 writes stock.balance'])
  })
  test('a module does not read what a later one owns, even after a value', async () => {
    expect(
      await problemsOf(
        'server/modules/stock/store.ts',
        'export const a = (tx, b) => tx`select $' + '{b} from orders.sales_order`',
      ),
    ).toEqual(['server/modules/stock/store.ts:1 reads orders.sales_order'])
  })
  test('the tables of the platform are its own', async () => {
    expect(await problemsOf('server/modules/orders/store.ts', 'db`select x from platform.counter`')).toHaveLength(1)
    expect(await problemsOf('server/platform/numbers.ts', 'tx`insert into platform.counter values (1)`')).toEqual([])
    expect(await problemsOf('server/platform/numbers.ts', 'tx`delete from stock.balance`')).toHaveLength(2)
  })
  test('a module reads what comes before it, and writes its own', async () => {
    expect(
      await problemsOf(
        'server/modules/orders/store.ts',
        'tx`insert into orders.sales_order select x from stock.balance for update`; orders.length',
      ),
    ).toEqual([])
  })
})

describe('the pure domain', () => {
  const problemsOf = async (text: string) => domainPurity.problems(await plant({ 'domain/rule.ts': text }))

  test('has no clock, no randomness, no Node and no package', async () => {
    expect(await problemsOf('export const a = () => new Date()')).toEqual(['domain/rule.ts:1 uses Date'])
    expect(await problemsOf('\nexport const a = () => Math.random()')).toEqual(['domain/rule.ts:2 uses Math.random'])
    expect(await problemsOf("import { readFile } from 'node:fs'")).toEqual(['domain/rule.ts:1 imports node:fs'])
    expect(await problemsOf("export { x } from 'dayjs'")).toEqual(['domain/rule.ts:1 imports dayjs'])
  })
  test('may call its own things by worldly names', async () => {
    expect(
      await problemsOf("import { a } from './a.ts'\nexport const b = { process: a.Date, m: Math.max(1, 2) }"),
    ).toEqual([])
  })
})

describe('landed migrations', () => {
  const text = '-- Why.\nselect 1;\n'
  const problemsOf = async (landed: object, files: Record<string, string>) =>
    landedMigrations.problems(await plant({ 'tools/landed-migrations.json': JSON.stringify(landed), ...files }))

  test('are not edited and do not go', async () => {
    const landed = { '0001_a.sql': landedMigrations.hashOf(text) }
    expect(await problemsOf(landed, { 'server/migrations/0001_a.sql': text })).toEqual([])
    expect(await problemsOf(landed, { 'server/migrations/0001_a.sql': `${text} ` })).toHaveLength(1)
    expect(await problemsOf(landed, {})).toEqual(['0001_a.sql has landed and is gone'])
  })
  test('are numbered without a gap and say why', async () => {
    expect(await problemsOf({}, { 'server/migrations/0002_b.sql': 'select 1' })).toHaveLength(2)
  })
})

test('the lock file and the settings of npm name no host, and each package has its hash', async () => {
  const lock = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } })
  const problemsOf = async (files: Record<string, string>) => lockFile.problems(await plant(files))
  expect(await problemsOf({ 'package-lock.json': lock({ integrity: 'sha512-x' }) })).toEqual([])
  expect(
    await problemsOf({ 'package-lock.json': lock({ integrity: 'sha512-x', resolved: 'https://example.org/a.tgz' }) }),
  ).toHaveLength(1)
  expect(await problemsOf({ 'package-lock.json': lock({}) })).toHaveLength(1)
  expect(
    await problemsOf({ 'package-lock.json': lock({ integrity: 'x' }), '.npmrc': 'registry=https://example.org' }),
  ).toEqual(['.npmrc names a registry'])
})

test('a test that is skipped, alone or still to do is found, in whatever chain', async () => {
  const [dot, only] = ['.', 'only']
  const root = await plant({
    'server/a.test.ts': `test${dot}skip('x', () => {})\ndescribe${dot}${only}('y', () => {})\ntest${dot}concurrent${dot}todo('z')`,
    'server/b.test.ts': "const text = 'test.skip'\nrows.skip(1)\ntest('x', () => {})",
  })
  expect(noSkippedTests.problems(root)).toEqual([
    `server/a.test.ts:1 test${dot}skip`,
    `server/a.test.ts:2 describe${dot}${only}`,
    `server/a.test.ts:3 test${dot}concurrent${dot}todo`,
  ])
})

test('names that say nothing are found', async () => {
  const root = await plant({
    'server/StockList.ts': 'export const list = 1',
    'server/stock.ts': 'export class StockManager {}\nexport const data = 1\nexport const database = 2',
    'server/left.ts': `// ${'TO'}${'DO'} later`,
  })
  expect(names.problems(root)).toEqual([
    'server/StockList.ts is not kebab-case',
    'server/left.ts leaves something to do',
    'server/stock.ts:1 StockManager',
    'server/stock.ts:2 data',
  ])
})

describe('the module line', () => {
  const house = {
    'package.json': '{"type": "module", "imports": {"#platform/*": "./server/platform/*"}}',
    'tsconfig.json':
      '{"compilerOptions": {"allowImportingTsExtensions": true, "module": "ESNext", "moduleResolution": "bundler"}}',
    'server/modules/access/index.ts': 'export const a = 1',
    'server/modules/access/store.ts': 'export const s = 1',
    'server/modules/orders/index.ts': 'export const o = 1',
    'server/platform/db.ts': 'export const db = 1',
    'domain/rule.ts': 'export const rule = 1',
  }

  async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
    const root = await plant({ ...house, ...files })
    await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
    const config = join(repository, 'tools/dependency-rules.cjs')
    const tool = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const folders = [...new Set(Object.keys({ ...house, ...files }).map((path) => path.split('/')[0] ?? ''))]
    const args = [tool, '--config', config, '-T', 'json', ...folders.filter((folder) => !folder.includes('.'))]
    const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1e8 }).catch((error) => error)
    const { violations } = JSON.parse(stdout).summary
    return violations.map(({ rule }: { rule: { name: string } }) => rule.name).toSorted()
  }

  test('is kept by a house that keeps it', async () => {
    expect(
      await broken({
        'server/modules/orders/take.ts':
          "import { a } from '../access/index.ts'\nimport { db } from '#platform/db.ts'\nexport const t = a + db",
      }),
    ).toEqual([])
  })
  test('is broken by looking ahead', async () => {
    expect(await broken({ 'server/modules/access/ahead.ts': "export { o } from '../orders/index.ts'" })).toEqual([
      'line-access',
    ])
  })
  test('is broken by another door', async () => {
    expect(await broken({ 'server/modules/orders/door.ts': "export { s } from '../access/store.ts'" })).toEqual([
      'front-doors',
    ])
    expect(await broken({ 'server/app.ts': "export { s } from './modules/access/store.ts'" })).toEqual(['front-doors'])
  })
  test('is broken by a module that nobody knows', async () => {
    expect(
      await broken({
        'server/modules/odd/index.ts': 'export const odd = 1',
        'server/app.ts': "export { odd } from './modules/odd/index.ts'",
      }),
    ).toEqual(['known-modules'])
  })
  test('holds for domain, platform, web and command line too', async () => {
    expect(
      await broken({
        'domain/impure.ts': "export { db } from '../server/platform/db.ts'",
        'domain/node.ts': "export { readFile } from 'node:fs'",
        'server/platform/knows.ts': "export { a } from '../modules/access/index.ts'",
        'web/features/stock/list.ts': "export { form } from '../orders/form.ts'",
        'web/features/orders/form.ts': 'export const form = 1',
        'cli/main.ts': "export { db } from '../server/platform/db.ts'",
      }),
    ).toEqual(['cli-speaks-http', 'features-are-strangers', 'platform-knows-no-business', 'pure-domain', 'pure-domain'])
  })
})
