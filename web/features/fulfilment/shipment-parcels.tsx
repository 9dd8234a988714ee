import { answerOf, api, given } from '../../api/client.ts'
import type { Parcel, Shipment } from '../../api/types.ts'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { TakeOutParcel } from './cancel-shipment.tsx'

const columns: readonly Column<Parcel>[] = [
  { title: 'Parcel', cell: ({ id, number }) => <RowLink to={`/parcels/${id}`}>{number}</RowLink> },
  { title: 'SSCC', cell: ({ sscc }) => sscc ?? '–' },
  { title: 'Undo', cell: (parcel) => <TakeOutParcel parcel={parcel} />, end: true },
]

/** Those that left with it, each of which may be here after all. */
export function ShipmentParcels({ shipment }: { shipment: Shipment }) {
  const pages = usePages(['parcels', 'shipment', shipment.id], (cursor) =>
    answerOf(api.GET('/v1/parcels', { params: { query: given({ shipment: shipment.id, cursor }) } })),
  )
  if (!pages.rows || pages.rows.length === 0) return null
  return (
    <Section title="Parcels" flush>
      <Listing label="Parcels" pages={pages} columns={columns} keyOf={({ id }) => id} empty={null} />
    </Section>
  )
}
