/**
 * web/features/identifying/path-page.tsx — a product on its way from untracked to tracked: how far it is, where to look next, what was found.
 */
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Identification } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { useMay } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Loaded } from '../../shared/states.tsx'
import { Told } from '../../shared/told.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { CandidatesSection } from './candidates-section.tsx'
import { IdentifiedSection } from './identified-section.tsx'
import { IdentifyForm, identifiable } from './identify-form.tsx'
import { Meter } from './meter.tsx'
import { PathState } from './path-state.tsx'
import { PlacesSection } from './places-section.tsx'
import { usePath } from './use-path.ts'

export function PathPage({ id }: { id: string }) {
  const path = usePath(id)
  const { sku, productName, productId } = path.data ?? {}
  return (
    <Page
      title={sku ? `Identify ${sku}` : 'Identify'}
      about={path.data ? <PathState of={path.data} name={productName ?? ''} /> : null}
      back={productId ? { to: `/products/${productId}`, label: 'Product' } : { to: '/identifying', label: 'Identify' }}
      actions={path.data ? <Ending path={path.data} /> : null}
    >
      <Loaded of={path} rows={8}>
        {(got) => <PathShown path={got} />}
      </Loaded>
    </Page>
  )
}

function PathShown({ path }: { path: Identification }) {
  const may = useMay('identify stock')
  const [place, setPlace] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const label = useRef<HTMLInputElement>(null)
  const open = identifiable(path)
  const works = may && path.state === 'open' && open.length > 0
  const chosen = open.find(({ placeId }) => placeId === place) ?? (open.length === 1 ? open[0] : undefined)
  const identifyAt = (placeId: string) => {
    setPlace(placeId)
    label.current?.focus({ preventScroll: true })
    label.current?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <Meter of={path.meter} unit={path.baseUnit} />
      <Told words={told} />
      {works ? (
        <IdentifyForm path={path} place={chosen?.placeId ?? null} onPlace={setPlace} onDone={setTold} label={label} />
      ) : null}
      <PlacesSection path={path} onIdentify={works ? identifyAt : null} />
      <CandidatesSection path={path} />
      <IdentifiedSection pathId={path.id} />
      <Section title="How it began">
        <Facts of={factsOf(path)} />
      </Section>
    </>
  )
}

function factsOf({ quantity, startedAt, startedBy, reason, left, warehouses, ...path }: Identification) {
  const { givenUpAt, givenUpBy, giveUpReason } = path
  return {
    Began: <InstantText at={startedAt} />,
    By: startedBy,
    Because: reason,
    'In stock then': quantityText(quantity),
    'Sent without a batch since': quantityText(left.shipped),
    ...(left.otherwise === 0 ? {} : { 'Left otherwise': quantityText(left.otherwise) }),
    ...(warehouses.length > 1 ? Object.fromEntries(warehouses.map(byWarehouse)) : {}),
    ...(givenUpAt === null
      ? {}
      : {
          'Given up': <InstantText at={givenUpAt} />,
          'Given up by': givenUpBy,
          'Given up because': giveUpReason,
        }),
  }
}

const byWarehouse = ({ warehouseCode, identified, here }: Identification['warehouses'][number]) =>
  [`In ${warehouseCode}`, `${quantityText(identified)} identified, ${quantityText(here)} to identify`] as const

function Ending({ path: { id, sku, state, meter } }: { path: Identification }) {
  const may = useMay('change products')
  const goingOn = useWrite((_: null, key) =>
    answerOf(api.DELETE('/v1/identifications/{id}/giving-up', { params: { path: { id } }, headers: intent(key) })),
  )
  if (!may || state === 'done') return null
  if (state === 'given_up')
    return (
      <Button variant="default" loading={goingOn.sending} onClick={() => goingOn.send(null)}>
        Take it up again
      </Button>
    )
  return (
    <ReasonButton
      title={`Give up the rest of ${sku}`}
      about={`Nobody looks for the batches of ${countOf(meter.here, 'unit')} any more. They go on to be sold without one, and whoever holds a batch that they may be of is told of them as before.`}
      confirm="Give it up"
      danger
      send={(reason, key) =>
        answerOf(
          api.POST('/v1/identifications/{id}/giving-up', {
            params: { path: { id } },
            body: { reason },
            headers: intent(key),
          }),
        )
      }
    >
      Give up the rest
    </ReasonButton>
  )
}
