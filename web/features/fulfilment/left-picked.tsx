import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { LeftPicked } from '../../api/types.ts'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'

const columns: readonly Column<LeftPicked>[] = [
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/pack/${orderId}`}>{orderNumber}</RowLink> },
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode },
  { title: 'Picked', cell: ({ picked }) => <Quantity of={picked} />, end: true },
  { title: 'In parcels', cell: ({ packed }) => <Quantity of={packed} dimZero />, end: true },
  { title: 'State', cell: (row) => <State of={row} /> },
]

function State({ of: { picked, packed, stopped } }: { of: LeftPicked }) {
  if (stopped > 0)
    return (
      <Sign tone="bad" icon={<IconAlertTriangle />}>
        {`${quantityText(stopped)} to put back`}
      </Sign>
    )
  return packed === picked ? <Sign tone="active">to ship</Sign> : <Sign tone="soon">to pack</Sign>
}

/** Nothing is said where nothing lies about. */
export function LeftPickedOrders() {
  const left = useQuery({ queryKey: ['left-picked'], queryFn: () => answerOf(api.GET('/v1/left-picked')) })
  const rows = left.data?.items ?? []
  if (rows.length === 0) return null
  return (
    <Section title="Picked, and in no open wave" flush>
      <Rows
        label="Picked, and in no open wave"
        rows={rows}
        columns={columns}
        keyOf={({ orderId, warehouseCode }) => `${orderId} ${warehouseCode}`}
      />
    </Section>
  )
}
