/**
 * web/features/putaway/misplaced-page.tsx — what lies where it must not, why, and where to move it.
 */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Misplaced } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf, Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { Told } from '../../shared/told.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function MisplacedPage() {
  const misplaced = useQuery({
    queryKey: ['misplaced'],
    queryFn: () => answerOf(api.GET('/v1/misplaced')),
  })
  const [told, setTold] = useState<string | null>(null)
  return (
    <Page
      title="Lies where it must not"
      about="A rule came later than the goods, or a count found them there"
      back={back}
    >
      <Told words={told} />
      <Loaded of={misplaced}>{({ items, total }) => <List items={items} total={total} onMoved={setTold} />}</Loaded>
    </Page>
  )
}

const back = { to: '/putaway', label: 'Put away' }

type OnMoved = (words: string) => void
type ListProps = Readonly<{ items: readonly Misplaced[]; total: number; onMoved: OnMoved }>

function List({ items, total, onMoved }: ListProps) {
  if (items.length === 0)
    return <Empty title="Everything lies where it may">Rules of products, zones and bins are all kept.</Empty>
  return (
    <Section title={`${countOf(total, 'batch', 'batches')} to move`} flush>
      <Rows
        label="What lies where it must not"
        rows={items}
        columns={columnsWith(onMoved)}
        keyOf={({ placeId, batchId }) => `${placeId} ${batchId}`}
      />
    </Section>
  )
}

const columnsWith = (onMoved: OnMoved): readonly Column<Misplaced>[] => [
  {
    title: 'Bin',
    cell: ({ placeId, placeCode, warehouseCode }) => (
      <RowLink to={`/bins/${placeId}`}>{`${warehouseCode} · ${placeCode}`}</RowLink>
    ),
  },
  {
    title: 'Batch',
    cell: ({ batchId, batchCode, sku }) => (
      <>
        {sku} <BatchLink id={batchId} code={batchCode} />
      </>
    ),
  },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Why', cell: ({ says }) => says },
  {
    title: 'Where to',
    cell: (row) =>
      row.moveTo ? <MoveThere row={row} to={row.moveTo} onMoved={onMoved} /> : 'no bin of this warehouse takes it',
  },
]

type Where = NonNullable<Misplaced['moveTo']>

/** Of a bin in which boxes lie too, each is moved as it lies. */
function MoveThere({ row, to, onMoved }: { row: Misplaced; to: Where; onMoved: OnMoved }) {
  const moved = () => onMoved(`${quantityText(to.quantity)} of ${batchName(row.batchCode)} at ${to.placeCode}`)
  const move = useWrite(async ({ placeId, quantity }: Where, key) => {
    const { items } = await answerOf(api.GET('/v1/bins/{id}', { params: { path: { id: row.placeId } } }))
    let left = quantity
    const lines = items
      .filter(({ batchId }) => batchId === row.batchId)
      .flatMap((goods) => {
        const part = Math.min(left, goods.onHand) - (Math.min(left, goods.onHand) % (goods.packOf ?? 1))
        left -= part
        const boxes = goods.packOf === null ? {} : { closedPackOf: goods.packOf }
        return part > 0 ? [{ batch: row.batchId, from: goods.placeId, to: placeId, quantity: part, ...boxes }] : []
      })
    return answerOf(api.POST('/v1/relocations', { body: { lines }, headers: intent(key) }))
  }, moved)
  const words = to.quantity < row.quantity ? `${to.placeCode}, ${quantityText(to.quantity)} of them` : to.placeCode
  return (
    <>
      {words}{' '}
      <May to="adjust stock">
        <Button
          size="compact-sm"
          variant="default"
          loading={move.sending}
          aria-label={`Moved ${batchName(row.batchCode)} to ${to.placeCode}`}
          onClick={() => move.send(to)}
        >
          Moved
        </Button>
      </May>
      <ProblemAlert problem={move.problem} />
    </>
  )
}
