/**
 * bench/main.ts — the figures of the product as it is, against a floor measured in the same run. `--quick` for a look,
 * `--json` for programs: one object on the last line.
 */
import { cpus, totalmem } from 'node:os'
import { allocate, type Results } from './allocate.ts'
import { backup } from './backup.ts'
import { bulk } from './bulk.ts'
import { openFloor } from './floor.ts'
import { openLab } from './lab.ts'
import { stockList, trace } from './large.ts'
import { merge } from './merge.ts'
import { preview } from './preview.ts'
import { replan } from './replan.ts'
import { ruled } from './rules.ts'
import { startWarm } from './start.ts'

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
  kept: 10_000,
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
  kept: 100_000,
  launches: 5,
}
const sizes = flags.has('--quick') ? quick : whole

const say = (line: string) => process.stderr.write(`${line}\n`)

function show(results: Results): void {
  for (const [name, figures] of Object.entries(results)) {
    const text = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
    say(`${name.padEnd(24)} ${text.join('   ')}`)
  }
}

async function main(): Promise<void> {
  const results: Results = {}
  const add = (some: Results) => {
    show(some)
    Object.assign(results, some)
  }
  const lab = await openLab()
  try {
    const floor = await openFloor(lab.owner, lab.target, sizes)
    add(await allocate(lab, floor, sizes))
    add(await bulk(lab, { ...sizes, floor: results['allocate.uniform.32']?.floor ?? 1 }))
    add(await ruled(lab, sizes))
    add(await replan(lab, sizes.replanned))
    add(await merge(lab, sizes.replanned))
    add(await preview(lab, sizes.previewed))
    add(await stockList(lab, sizes.batches, sizes.times))
    add(await trace(lab, sizes.times))
    add(await backup(lab, sizes.kept))
    add({ 'memory.server': { residentMegabytes: Math.round((await lab.residentBytes()) / 1e6) } })
  } finally {
    await lab.close()
  }
  add(await startWarm(sizes.launches))
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  if (flags.has('--json')) process.stdout.write(`${JSON.stringify({ results, machine })}\n`)
}

await main()
