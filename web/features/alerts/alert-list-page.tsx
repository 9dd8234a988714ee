/**
 * web/features/alerts/alert-list-page.tsx — batches that come to their last day, those first whose day comes first.
 */
import { Group } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { ExpiryAlert, Got } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { OfWarehouse } from '../../shared/of-warehouse.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { PressButton } from '../../shared/press-button.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import type { alertLists } from './alert-lists.ts'
import { AlertState, stepWords } from './alert-words.tsx'
import { AnswerAlert } from './answer-alert.tsx'

const placesShown = 3

const columns: readonly Column<ExpiryAlert>[] = [
  { title: 'Days left', cell: ({ daysLeft, expiresOn }) => <DaysLeft daysLeft={daysLeft} expiresOn={expiresOn} /> },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Where', cell: where },
  { title: 'Units', cell: ({ units, baseUnit }) => <Quantity of={units} unit={baseUnit} dimZero />, end: true },
  { title: 'Told', cell: told },
  { title: 'State', cell: (alert) => <AlertState of={alert} /> },
  { title: 'Answer', cell: (alert) => <AnswerAlert alert={alert} />, end: true },
]

/** One below the other: the codes in the columns beside it stay whole. */
function where({ places }: ExpiryAlert) {
  if (places.length === 0) return '–'
  const more = places.length - placesShown
  return (
    <>
      {places.slice(0, placesShown).map(({ placeId, warehouseCode, placeCode }) => (
        <div key={placeId}>{`${warehouseCode} · ${placeCode}`}</div>
      ))}
      {more > 0 ? <div>and {more} more</div> : null}
    </>
  )
}

function told({ stepDays, raisedAt }: ExpiryAlert) {
  return (
    <>
      {stepWords(stepDays)} <InstantText at={raisedAt} />
    </>
  )
}

export type AlertFilter = Readonly<{
  state?: (typeof alertLists)[number] | undefined
  step?: number | undefined
  warehouse?: string | undefined
}>
type AlertListProps = Readonly<{ filter: AlertFilter; onFilter: (filter: AlertFilter) => void }>

export function AlertListPage({ filter, onFilter }: AlertListProps) {
  const { state, step, warehouse } = filter
  const { first, ...pages } = usePages(['alerts', state, step, warehouse], (cursor) =>
    answerOf(api.GET('/v1/alerts', { params: { query: given({ state, step, warehouse, cursor }) } })),
  )
  return (
    <Page
      title="Expiring soon"
      about="Each batch once at every step, until it is seen, sold, or its date has moved"
      actions={
        <LinkButton to="/settings" search={{ tab: 'alerts' }} variant="default">
          Change the steps
        </LinkButton>
      }
    >
      <Filters filter={filter} onFilter={onFilter} counts={first?.counts ?? []} />
      <Section title={state === 'closed' ? 'Told last, first' : 'What ends first, first'} flush>
        <Listing
          label="Batches that come to their last day"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Nothing state={state} />}
        />
      </Section>
    </Page>
  )
}

function Nothing({ state }: Pick<AlertFilter, 'state'>) {
  if (state === 'snoozed') return <Empty title="Nothing is snoozed" />
  if (state === 'closed') return <Empty title="No alert was closed yet" />
  return (
    <Empty title="Nothing comes to its last day">
      What lies here is good for longer than the widest step, or is snoozed.
    </Empty>
  )
}

type FiltersProps = AlertListProps & Readonly<{ counts: NonNullable<Got<'/v1/alerts'>['counts']> }>

/** Steps at which nothing is are left out, but for the one that is asked for. */
function Filters({ filter, onFilter, counts }: FiltersProps) {
  const open = counts.filter(({ state }) => state !== 'snoozed')
  const sum = (some: typeof counts) => some.reduce((total, one) => total + one.total, 0)
  const asked = filter.step === undefined ? [] : [filter.step]
  const steps = [...new Set([...open.map(({ stepDays }) => stepDays), ...asked])].sort((a, b) => a - b)
  const all = filter.state === undefined && filter.step === undefined
  const show = (part: Omit<AlertFilter, 'warehouse'>) => onFilter({ ...part, warehouse: filter.warehouse })
  return (
    <Group gap="xs" mb="sm" role="group" aria-label="Which">
      <PressButton words={`All, ${quantityText(sum(open))}`} pressed={all} onPress={() => show({})} />
      {steps.map((step) => (
        <PressButton
          key={step}
          words={`${quantityText(sum(open.filter(({ stepDays }) => stepDays === step)))} ${stepWords(step)}`}
          pressed={filter.step === step}
          onPress={() => show({ step })}
        />
      ))}
      <PressButton
        words={`${quantityText(sum(counts) - sum(open))} snoozed`}
        pressed={filter.state === 'snoozed'}
        onPress={() => show({ state: 'snoozed' })}
      />
      <PressButton words="Closed" pressed={filter.state === 'closed'} onPress={() => show({ state: 'closed' })} />
      <OfWarehouse value={filter.warehouse} onChange={(warehouse) => onFilter({ ...filter, warehouse })} />
    </Group>
  )
}
