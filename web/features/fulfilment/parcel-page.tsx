import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { Page } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'

/** A parcel by id, number or SSCC: it is shown where its order is packed. */
export function ParcelPage({ parcelRef }: { parcelRef: string }) {
  const parcel = useQuery({
    queryKey: ['parcel', parcelRef],
    queryFn: () => answerOf(api.GET('/v1/parcels/{ref}', { params: { path: { ref: parcelRef } } })),
  })
  return (
    <Page title="Parcel" back={{ to: '/pick', label: 'Pick' }}>
      <Loaded of={parcel}>
        {({ id, orderId }) => <Navigate to="/pack/$ref" params={{ ref: orderId }} search={{ parcel: id }} replace />}
      </Loaded>
    </Page>
  )
}
