/**
 * bench/main.ts — the figures of the product as it is, against a floor measured in the same run. `--quick` for a look,
 * `--large` for a ledger of ten million moves as well,
 * `--only trace,recall` for some parts alone, `--json` for programs: one object on the last line.
 */
import { cpus, totalmem } from 'node:os'
import { allocate, type Results } from './allocate.ts'
import { backup } from './backup.ts'
import { bulk } from './bulk.ts'
import { openFloor } from './floor.ts'
import { importing } from './import.ts'
import { type Lab, openLab } from './lab.ts'
import { label } from './label.ts'
import { stockList } from './large.ts'
import { merge } from './merge.ts'
import { preview } from './preview.ts'
import { recall } from './recall.ts'
import { replan } from './replan.ts'
import { ruled } from './rules.ts'
import { scan } from './scan.ts'
import { seal } from './seal.ts'
import { searching } from './search.ts'
import { startWarm } from './start.ts'
import { trace } from './trace.ts'

const flags = new Set(process.argv.slice(2))
/** Of a quick run: shorter, with one step fewer between one client and many; nothing is left out that has a figure of its own kind. */
const quick = {
  seconds: 2,
  products: 300,
  clients: [1, 32, 128],
  batches: 100_000,
  times: 15,
  replanned: 2000,
  previewed: 5000,
  imported: 10_000,
  kept: 10_000,
  wide: 10_000,
  recalled: 2000,
  picked: 100,
  scanned: 200_000,
  searched: 100_000,
  rounds: 1,
  launches: 2,
}
const whole = {
  seconds: 10,
  products: 1000,
  clients: [1, 8, 32, 128],
  batches: 100_000,
  times: 60,
  replanned: 10_000,
  previewed: 100_000,
  imported: 50_000,
  kept: 100_000,
  wide: 100_000,
  recalled: 10_000,
  picked: 500,
  scanned: 500_000,
  searched: 1_000_000,
  rounds: 3,
  launches: 5,
}
const sizes = flags.has('--quick') ? quick : whole

/** `--only trace,recall`: these parts alone. */
const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : null
const isWanted = (part: string) => only === null || only.includes(part)

const say = (line: string) => process.stderr.write(`${line}\n`)

function show(results: Results): void {
  for (const [name, figures] of Object.entries(results)) {
    const text = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
    say(`${name.padEnd(24)} ${text.join('   ')}`)
  }
}

/** What needs a ledger and a server, in the order in which it is measured. */
function parts(lab: Lab): Readonly<Record<string, () => Promise<Results>>> {
  return {
    allocate: async () => {
      const floor = await openFloor(lab.owner, lab.target, sizes)
      const one = await allocate(lab, floor, sizes)
      return { ...one, ...(await bulk(lab, { ...sizes, floor: one['allocate.uniform.32']?.floor ?? 1 })) }
    },
    ruled: () => ruled(lab, sizes),
    replan: () => replan(lab, sizes.replanned),
    merge: () => merge(lab, sizes.replanned),
    preview: () => preview(lab, sizes.previewed),
    import: () => importing(lab, sizes),
    stock: () => stockList(lab, sizes.batches, sizes.times),
    search: () => searching(lab, sizes),
    trace: () => trace(lab, { ...sizes, large: flags.has('--large') }),
    recall: () => recall(lab, sizes),
    backup: () => backup(lab, sizes.kept),
    seal: () => seal(lab, sizes),
    label: () => label(lab),
  }
}

async function main(): Promise<void> {
  const results: Results = {}
  const add = (some: Results) => {
    show(some)
    Object.assign(results, some)
  }
  if (isWanted('scan')) add(scan(sizes))
  const lab = await openLab()
  try {
    const all = parts(lab)
    const unknown = only?.find((name) => !(name in all || ['scan', 'start'].includes(name)))
    if (unknown)
      throw new Error(`There is no part "${unknown}"; there are scan, ${Object.keys(all).join(', ')}, start.`)
    for (const [, measured] of Object.entries(all).filter(([name]) => isWanted(name))) add(await measured())
    add({ 'memory.server': { residentMegabytes: Math.round((await lab.residentBytes()) / 1e6) } })
  } finally {
    await lab.close()
  }
  if (isWanted('start')) add(await startWarm(sizes.launches))
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  if (flags.has('--json')) process.stdout.write(`${JSON.stringify({ results, machine })}\n`)
}

await main()
