/**
 * server/test/long-race.ts — a hundred clients in three warehouses order, edit, cancel, ship, receive, hold and lift, and
 * make and end rules, all at the same moment.
 */
import type { Dice } from './hostile.ts'
import { batchId, product, receive } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

const warehouses = ['CHI', 'DAL', 'RNO']
const lastDays = { SOON: '2026-01-30', MID: '2026-05-05', LATE: '2027-01-01' } as const
const names = ['SOON', 'MID', 'LATE'] as const
/** MANY never runs out, so that each of its batches must be taken or told; FEW always does. */
const stocked: Readonly<Record<string, number>> = { MANY: 1_000_000, FEW: 15 }
const lifeOfRules = 90 // days; SOON has 68

export type Race = Readonly<{
  clients: readonly Caller[]
  batches: readonly string[] // ids
  answers: Answer[]
  holds: Map<string, string> // number → id of the batch
  rules: Map<string, number> // id → days of life it asks
}>
type Player = Readonly<{ race: Race; caller: Caller; roll: Dice; own: Json[]; open: Json[] }>
type Act = (player: Player) => Promise<void>

export async function openRace(world: World, count: number): Promise<Race> {
  for (const code of warehouses.slice(1))
    await world.post('/v1/warehouses', { code, name: code, timeZone: 'America/Chicago' })
  for (const sku of Object.keys(stocked)) await product(world, { sku })
  for (const warehouse of warehouses) await receive(world, Object.keys(stocked).flatMap(allOf), { warehouse })
  const codes = Object.keys(stocked).flatMap((sku) => names.map((name) => `${sku}-${name}`))
  const clients: Caller[] = []
  for (let made = 0; made < count; made += 1) clients.push(await world.as('owner'))
  const batches = await Promise.all(codes.map((code) => batchId(world, code)))
  return { clients, batches, answers: [], holds: new Map(), rules: new Map() }
}

const allOf = (sku: string) => names.map((name) => lineOf(sku, name, stocked[sku] ?? 0))
const lineOf = (sku: string, name: keyof typeof lastDays, quantity: number) => ({
  product: sku,
  batch: `${sku}-${name}`,
  quantity,
  expiresOn: lastDays[name],
})

/** Each client does so many things one after the other, and goes on while `more` says so. */
export async function runRace(
  race: Race,
  dices: readonly Dice[],
  { acts, more }: { acts: number; more: () => boolean },
) {
  await Promise.all(
    race.clients.map(async (caller, at) => {
      const roll = dices[at]
      if (!roll) return
      const player: Player = { race, caller, roll, own: [], open: [] }
      const kinds = at % 25 === 0 ? stewards : sellers
      for (let done = 0; done < acts || more(); done += 1) await roll.of(kinds)(player)
    }),
  )
}

async function ask({ race, caller }: Player, method: string, url: string, body: Json): Promise<Json> {
  const answer = await caller.call(method, url, body)
  race.answers.push(answer)
  return answer.status < 300 ? answer.body : null
}

const place: Act = async (player) => {
  const { roll, own } = player
  const lines = Object.keys(stocked)
    .slice(roll.below(2))
    .map((sku) => ({ product: sku, quantity: 1 + roll.below(4), ...(roll.chance(20) ? { shortage: 'whole' } : {}) }))
  const from = roll.chance(50) ? { warehouse: roll.of(warehouses) } : {}
  const placed = await ask(player, 'POST', '/v1/orders', { lines, ...from })
  if (placed) own.push(placed)
}
/** One of the client's own orders, which it may have cancelled or sent before. */
const ofOwn =
  (act: (player: Player, own: Json) => Promise<Json>): Act =>
  async (player) => {
    if (player.own.length > 0) await act(player, player.roll.of(player.own))
  }
const edit = ofOwn((player, own) => {
  const change = { id: player.roll.of<Json>(own.lines).id, quantity: player.roll.below(6) }
  return ask(player, 'PATCH', `/v1/orders/${own.id}`, { lines: [change] })
})
const cancel = ofOwn((player, own) => ask(player, 'POST', `/v1/orders/${own.id}/cancellation`, { reason: 'race' }))
const ship = ofOwn((player, own) => ask(player, 'POST', '/v1/shipments', { order: own.id }))
const deliver: Act = async (player) => {
  const { roll } = player
  const line = lineOf(roll.of(Object.keys(stocked)), roll.of(names), 1 + roll.below(3))
  await ask(player, 'POST', '/v1/receipts', { warehouse: roll.of(warehouses), lines: [line] })
}

const hold: Act = async (player) => {
  const batch = player.roll.of(player.race.batches)
  const held = await ask(player, 'POST', '/v1/holds', { scope: 'batch', batch, reason: 'race' })
  if (!held) return
  player.race.holds.set(held.number, batch)
  player.open.push({ url: `/v1/holds/${held.id}/lifting` })
}
const rule: Act = async (player) => {
  const scope = player.roll.of([...Object.keys(stocked).map((sku) => ({ product: sku })), {}])
  const body = { name: 'Race', ...scope, lifeDaysMin: lifeOfRules, reason: 'race' }
  const written = await ask(player, 'POST', '/v1/rules', body)
  if (!written) return
  player.race.rules.set(written.id, lifeOfRules)
  player.open.push({ url: `/v1/rules/${written.id}/ending` })
}
/** Lifts a hold or ends a rule of its own. */
const undo: Act = async (player) => {
  const last = player.open.pop()
  if (last) await ask(player, 'POST', last.url, { reason: 'race' })
}

const sellers = [place, place, place, edit, cancel, ship, deliver]
const stewards = [hold, rule, undo, undo, place]
