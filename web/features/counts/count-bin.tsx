/**
 * web/features/counts/count-bin.tsx — one bin, large: scan a batch, write how many, go on; all of it is sent when the bin is done.
 */
import { Button, CloseButton, Collapse, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { batchText, untrackedCode } from '#domain/batch-code.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Count, CountTask, NewTallies } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { ProductPicker } from '../../shared/product-picker.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './counting.module.css'
import { Keypad } from './keypad.tsx'

type Line = NewTallies['tallies'][number]['lines'][number]
type CountBinProps = Readonly<{ count: Count; task: CountTask; onDone: (words: string) => void }>
type Entry = Readonly<{ scan: string; quantity: number | ''; product: string; expiresOn: string | null }>

/** Where a count is of one product, it need not be named. */
function productOf({ subjects }: Count): string {
  const skus = [...new Set(subjects.map(({ sku }) => sku))]
  return skus.length === 1 ? (skus[0] ?? '') : ''
}

function useBin({ count, task, onDone }: CountBinProps) {
  const empty: Entry = { scan: '', quantity: '', product: productOf(count), expiresOn: null }
  const [entry, setEntry] = useState(empty)
  const [found, setFound] = useState<readonly Line[]>([])
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const sending = useWrite(
    (lines: readonly Line[], key) =>
      answerOf(
        api.POST('/v1/counts/{id}/tallies', {
          params: { path: { id: count.id } },
          body: { tallies: [{ place: task.placeId, lines: [...lines] }] },
          headers: intent(key),
        }),
      ),
    (_, lines) =>
      onDone(`${task.placeCode}: ${lines.length === 0 ? 'nothing is there' : countOf(lines.length, 'line')}`),
  )
  const { scan, quantity, product, expiresOn } = entry
  const isWhole = quantity !== '' && (scan.trim() !== '' || product.trim() !== '')
  const change = (part: Partial<Entry>) => {
    sending.forget()
    setEntry({ ...entry, ...part })
  }
  const add = () => {
    if (!isWhole) return
    setFound([...found, { quantity, ...given({ batch: scan.trim(), product: product.trim(), expiresOn }) }])
    setEntry(empty)
    box.current?.focus()
  }
  const remove = (at: number) => {
    sending.forget()
    setFound(found.filter((_, index) => index !== at))
  }
  return { entry, change, found, add, remove, isWhole, box, sending }
}

export function CountBin(props: CountBinProps) {
  const { count, task } = props
  const { entry, change, found, add, remove, isWhole, box, sending } = useBin(props)
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    add()
  }
  return (
    <section className={classes.bin} aria-label="To count now">
      <div className={classes.code}>{task.placeCode}</div>
      <Subjects count={count} task={task} />
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ScanInput
            ref={box}
            size="lg"
            label="Scan a batch, or type its code"
            value={entry.scan}
            onScan={(scan) => change({ scan })}
          />
          <QuantityInput
            size="lg"
            label="How many are there"
            min={0}
            value={entry.quantity}
            onChange={(quantity) => change({ quantity })}
          />
          <Keypad value={entry.quantity} onChange={(quantity) => change({ quantity })} />
          <NewBatch entry={entry} onChange={change} />
          <Button type="submit" size="md" variant="default" disabled={!isWhole}>
            Next batch
          </Button>
        </Stack>
      </form>
      <Found lines={found} onRemove={remove} />
      <ProblemAlert problem={sending.problem} />
      <Button
        mt="sm"
        size="md"
        variant={found.length > 0 ? 'filled' : 'default'}
        loading={sending.sending}
        disabled={isWhole}
        onClick={() => sending.send(found)}
      >
        {found.length > 0 ? 'Bin is done' : 'Nothing here'}
      </Button>
    </section>
  )
}

function subjectName({ sku, batchCode }: Count['subjects'][number]): string {
  if (batchCode === null) return sku
  return batchCode === untrackedCode ? `${sku} without a batch` : `${sku} ${batchCode}`
}

function Subjects({
  count: { subjects },
  task: { recountReason, packOf },
}: Readonly<{ count: Count; task: CountTask }>) {
  const names = [...new Set(subjects.map(subjectName))]
  return (
    <>
      {names.length > 0 ? (
        <Text mb="sm">{`Only ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}`}</Text>
      ) : null}
      {subjects.some(({ batchCode }) => batchCode === untrackedCode) ? (
        <Text mb="sm">Of a batch that you read on a label, count all units in this bin, also those known before.</Text>
      ) : null}
      {packOf === null ? null : (
        <Text mb="sm">{`Closed boxes of ${quantityText(packOf)}: count the units in them`}</Text>
      )}
      {recountReason === null ? null : <Text mb="sm" fw={600}>{`Count again: ${recountReason}`}</Text>}
    </>
  )
}

type NewBatchProps = Readonly<{ entry: Entry; onChange: (part: Partial<Entry>) => void }>

/** What a label does not say by itself. */
function NewBatch({ entry, onChange }: NewBatchProps) {
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={toggle} aria-expanded={opened}>
        Another product, a new batch, no code
      </Button>
      <Collapse expanded={opened}>
        <Stack gap="sm">
          <ProductPicker value={entry.product} onChange={(product) => onChange({ product })} />
          <Button variant="default" onClick={() => onChange({ scan: untrackedCode })}>
            No batch can be read on them
          </Button>
          <DayInput
            label="Last day on the label"
            description="Of a batch that the system does not have; leave it out where none is written"
            value={entry.expiresOn}
            onChange={(expiresOn) => onChange({ expiresOn })}
          />
        </Stack>
      </Collapse>
    </>
  )
}

const Found = ({ lines, onRemove }: { lines: readonly Line[]; onRemove: (at: number) => void }) => (
  <ul className={classes.found} aria-label="Found in this bin">
    {lines.map((line, at) => (
      <li key={`${line.batch ?? line.product} ${String(at)}`} className={classes.line}>
        <span>{line.batch === undefined ? line.product : batchText(line.batch)}</span>
        <b>{quantityText(line.quantity)}</b>
        <CloseButton
          size="lg"
          aria-label={`Leave out ${line.batch ?? line.product ?? ''}`}
          onClick={() => onRemove(at)}
        />
      </li>
    ))}
  </ul>
)
