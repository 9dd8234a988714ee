/**
 * server/demo/counting.ts — the last counts of the demo: one is booked and closed, of one two swapped batches wait for the owner, one is
 * blind and half walked.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Shop } from './furnish.ts'

type Count = Readonly<{
  id: string
  tasks: readonly Readonly<{ placeId: string }>[]
  subjects: readonly Readonly<{ productId: string }>[]
}>
type Lying = Readonly<{ placeId: string; productId: string; batchId: string; onHand: number }>
type Line = Readonly<{ batch: string; quantity: number }>
/** What is found of what should lie in a bin. */
type Eye = (lying: readonly Lying[]) => readonly Line[]

const limitMinor = 2500
const swappedUnits = 4

/** Before anybody picks, so that all that stands in the books lies in the bins. */
export async function countBins(shop: Shop): Promise<void> {
  const { owner } = shop
  await owner.patch('/v1/account', { countLimit: limitMinor })
  const drawn = await count(shop, { warehouse: 'EWR', of: 'random', sample: 6, seed: 7, blind: false })
  await walk(shop, { warehouse: 'EWR', ...drawn }, oneTooMany)
  await owner.attempt(`/v1/counts/${drawn.id}/bookings`, { reason: 'Counted twice' })
  await owner.attempt(`/v1/counts/${drawn.id}/closing`, {})
  const bins = ['A-01', 'A-02', 'B-01', 'B-02', 'C-01', 'C-02']
  const named = await count(shop, { warehouse: 'RNO', of: 'bins', bins, blind: false })
  await walk(shop, { warehouse: 'RNO', ...named }, swapping())
  const blind = await count(shop, { warehouse: 'VEN', of: 'class', class: 'A', blind: true })
  const half = blind.tasks.slice(0, Math.ceil(blind.tasks.length / 2))
  await walk(shop, { warehouse: 'VEN', ...blind, tasks: half }, asWritten)
}

const count = ({ owner }: Shop, body: Readonly<Record<string, unknown>>) => owner.post<Count>('/v1/counts', body)

/** Where goods with serials lie in a bin the count waits: nobody reads them here. */
async function walk(
  { owner, receiving }: Shop,
  { id, tasks, subjects, warehouse }: Count & Readonly<{ warehouse: string }>,
  eye: Eye,
): Promise<void> {
  const { items } = await owner.get<{ items: readonly Lying[] }>(`/v1/stock?warehouse=${warehouse}&limit=500`)
  const counted = new Set(subjects.map(({ productId }) => productId))
  const wanted = items.filter(({ productId }) => counted.size === 0 || counted.has(productId))
  const bins = groupBy(wanted, ({ placeId }) => placeId)
  const tallies = tasks.map(({ placeId }) => ({ place: placeId, lines: eye(bins.get(placeId) ?? []) }))
  await receiving.attempt(`/v1/counts/${id}/tallies`, { tallies })
}

const asWritten: Eye = (lying) => lying.map(({ batchId, onHand }) => ({ batch: batchId, quantity: onHand }))

const oneTooMany: Eye = (lying) => asWritten(lying).map((line, at) => (at === 0 ? more(line, 1) : line))

const more = ({ batch, quantity }: Line, units: number): Line => ({ batch, quantity: quantity + units })

/** In the first bin where two batches of a product lie. */
function swapping(): Eye {
  let done = false
  return (lying) => {
    const pairs = groupBy(
      lying.filter(({ onHand }) => onHand > swappedUnits),
      ({ productId }) => productId,
    )
    const [one, other] = [...pairs.values()].find(({ length }) => length > 1) ?? []
    if (done || !one || !other) return asWritten(lying)
    done = true
    return asWritten(lying).map((line) =>
      line.batch === one.batchId
        ? more(line, -swappedUnits)
        : line.batch === other.batchId
          ? more(line, swappedUnits)
          : line,
    )
  }
}
