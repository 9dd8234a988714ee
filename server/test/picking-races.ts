/**
 * server/test/picking-races.ts — pickers who scan other batches than planned while holds, cancellations and short picks go on.
 */
import { waveNow } from './floor.ts'
import { type Clients, type Wrongs, wrongsOf } from './races.ts'
import { batchId, order, product, receive } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

export type Floor = Readonly<{ waveId: string; placed: readonly Json[]; batches: readonly string[] }>

/** An order of four for each client, and three batches that each of them may have. */
export async function openFloor(world: World, clients: Clients): Promise<Floor> {
  await product(world)
  const batches = ['A', 'B', 'C']
  const half = clients.length * 2
  await receive(
    world,
    batches.map((batch, at) => ({ batch, quantity: half, expiresOn: `2026-0${at + 2}-01` })),
  )
  const placed = []
  for (const _ of clients) placed.push(await order(world, 4))
  const { id } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map((one) => one.id) })
  return { waveId: id, placed, batches }
}

/** Each client picks its own line unit by unit from whatever batch comes to hand; some cancel, hold or find an empty bin. */
export async function scanAtOnce(world: World, clients: Clients, floor: Floor): Promise<Wrongs & { picked: number }> {
  const held = await batchId(world, 'C')
  const rounds = clients.map(async (client, at): Promise<Answer[]> => {
    const answers: Answer[] = []
    for (let turn = 0; turn < 4; turn += 1) answers.push(await act({ client, at, turn, held }, floor))
    return answers
  })
  const answers = (await Promise.all(rounds)).flat()
  const wrongs = await wrongsOf(world, answers)
  const { picked, broken } = await beyondStock(world)
  return { ...wrongs, broken: [...wrongs.broken, ...broken], picked }
}

type Turn = Readonly<{ client: Caller; at: number; turn: number; held: string }>

function act({ client, at, turn, held }: Turn, { waveId, placed, batches }: Floor): Promise<Answer> {
  const own = placed[at]
  if (turn === 2 && at % 10 === 3)
    return client.call('POST', `/v1/orders/${own.id}/cancellation`, { reason: 'changed their mind' })
  if (turn === 1 && at === 7) return client.call('POST', '/v1/holds', { scope: 'batch', batch: held, reason: 'mould' })
  const batch = batches[(at + turn) % batches.length] ?? 'A'
  const scan = { orderLine: own.lines[0].id, batch, quantity: 1 }
  return client.call('POST', `/v1/pick-waves/${waveId}/picks`, scan)
}

/** What lies picked of each batch can be no more than lies in its bin; and no promise is less than what was rightly picked. */
async function beyondStock(world: World): Promise<{ picked: number; broken: string[] }> {
  const rows = await world.owner<{ batch: string; picked: number; onHand: number }[]>`
    select b.code as batch, sum(case k.kind when 'pick' then k.quantity else -k.quantity end)::int as picked,
      coalesce((select sum(s.on_hand) from stock.balance s where s.account_id = k.account_id and s.batch_id = k.batch_id), 0)::int as "onHand"
    from fulfilment.picked k join batches.batch b on b.account_id = k.account_id and b.id = k.batch_id
    where k.account_id = ${world.accountId} group by k.account_id, k.batch_id, b.code`
  const broken = rows.flatMap(({ batch, picked, onHand }) =>
    picked > onHand ? [`${batch}: ${picked} picked of ${onHand}`] : [],
  )
  return { picked: rows.reduce((sum, one) => sum + one.picked, 0), broken }
}

/** What was picked of lines that were neither cancelled nor held, and is not promised to them any more: none of it may be. */
export async function stoppedWithoutCause(world: World, { waveId }: Floor): Promise<string[]> {
  const { stopped } = await waveNow(world, waveId)
  return stopped
    .filter(({ why }: Json) => why === 'not promised to this order any more')
    .map(({ batchCode, orderNumber }: Json) => `${orderNumber}: ${batchCode}`)
}
