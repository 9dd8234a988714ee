/**
 * web/features/putaway/putaway-page.tsx — from the dock to the bin: scan a batch, see where it goes, scan the bin.
 */
import { Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Awaiting } from '../../api/types.ts'
import { BatchCode } from '../../shared/batch-code.tsx'
import { codeNow } from '../../shared/code-now.ts'
import { DaysLeft } from '../../shared/days-left.tsx'
import { labelOf } from '../../shared/label-of.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { Told, useTaskInTurn } from '../../shared/told.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { PutAway } from './put-away.tsx'
import classes from './putaway.module.css'

export function PutawayPage() {
  const last = useLastWarehouse()
  const several = (useWarehouses().data?.length ?? 0) > 1
  const [chosen, setChosen] = useState<string | null>(null)
  const warehouse = chosen ?? last.code
  const choose = (code: string | null) => {
    setChosen(code)
    if (code) last.remember(code)
  }
  const awaiting = useQuery({
    queryKey: ['putaway', warehouse],
    queryFn: () => answerOf(api.GET('/v1/putaway', { params: { query: given({ warehouse }) } })),
    enabled: last.ready,
  })
  return (
    <Page title="Put away" about="What lies on the dock, and the bin where it should go" actions={<Others />}>
      {several ? (
        <WarehouseSelect mb="md" maw={360} clearable placeholder="All warehouses" value={warehouse} onChange={choose} />
      ) : null}
      <Loaded of={awaiting}>{(got) => <Queue rows={got.items} total={got.total} />}</Loaded>
    </Page>
  )
}

const Others = () => (
  <>
    <LinkButton variant="default" to="/map">
      Map
    </LinkButton>
    <LinkButton variant="default" to="/misplaced">
      Lies wrong
    </LinkButton>
  </>
)

const keyOf = ({ batchId, placeId }: Awaiting) => `${batchId} ${placeId}`

function Queue({ rows, total }: { rows: readonly Awaiting[]; total: number }) {
  const { chosen, choose, told, done } = useTaskInTurn<string>()
  const row = rows.find((one) => keyOf(one) === chosen)
  return (
    <>
      <Told words={told} />
      {row ? <PutAway key={keyOf(row)} row={row} onDone={done} onLeave={() => choose(null)} /> : null}
      {rows.length === 0 ? (
        <Empty title="Nothing waits on the dock">What is received at a dock shows here with the bin for it.</Empty>
      ) : (
        <Section title={`${countOf(total, 'batch', 'batches')} to put away`} flush>
          {row ? null : <ScanBatch rows={rows} onFound={(found) => choose(keyOf(found))} />}
          {rows.map((one) => (
            <WaitingRow key={keyOf(one)} row={one} shown={one === row} onChoose={() => choose(keyOf(one))} />
          ))}
        </Section>
      )}
    </>
  )
}

type ScanProps = Readonly<{ rows: readonly Awaiting[]; onFound: (row: Awaiting) => void }>

function ScanBatch({ rows, onFound }: ScanProps) {
  const [scan, setScan] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const called = (code: string) => rows.find(({ batchCode }) => batchCode.toUpperCase() === code.toUpperCase())
  const read = async (event: { preventDefault(): void }) => {
    event.preventDefault()
    const code = (labelOf(scan).batch ?? scan).trim()
    const found = called(code) ?? called((await codeNow(code, rows)) ?? '')
    setUnknown(found ? null : `Nothing of "${scan.trim()}" lies on the dock`)
    setScan('')
    if (found) onFound(found)
  }
  return (
    <form onSubmit={(event) => void read(event)}>
      <ScanInput
        p="sm"
        size="lg"
        label="Scan a batch"
        placeholder="Label or batch code, then Enter"
        autoFocus
        value={scan}
        onScan={setScan}
        error={unknown}
      />
    </form>
  )
}

type WaitingRowProps = Readonly<{ row: Awaiting; shown: boolean; onChoose: () => void }>

function WaitingRow({ row, shown, onChoose }: WaitingRowProps) {
  const [first] = row.proposed
  return (
    <UnstyledButton className={classes.row} data-shown={shown || undefined} onClick={onChoose}>
      <span>
        <b>
          <BatchCode code={row.batchCode} />
        </b>{' '}
        {row.sku} <DaysLeft daysLeft={row.daysLeft} />
      </span>
      <span className={classes.where}>{first ? first.placeCode : <Sign tone="bad">no bin takes it</Sign>}</span>
      <Text span c="dimmed" fz="sm" truncate>
        {`${quantityText(row.onHand)} at ${row.placeCode} · ${row.productName}`}
      </Text>
      <Text span c="dimmed" fz="sm" ta="right">
        {first && first.quantity < row.onHand ? `for ${quantityText(first.quantity)} of them` : ''}
      </Text>
    </UnstyledButton>
  )
}
