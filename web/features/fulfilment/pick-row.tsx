/**
 * web/features/fulfilment/pick-row.tsx — one batch to take from one bin: how much of it is packed, and what became of it since.
 */

import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { batchName } from '#domain/batch-code.ts'
import { daysLeft } from '#domain/shelf-life.ts'
import { answerOf, api } from '../../api/client.ts'
import type { PickLine } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { serialsIn } from '../../shared/serials-in.ts'
import { Sign } from '../../shared/sign.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { type Change, changeInWords } from './changed-picks.ts'
import { ofKit } from './kit-words.ts'
import type { PickRow, packedOf, Typed } from './parcel-values.ts'
import classes from './ship-order.module.css'

type PickRowProps = Readonly<{
  row: PickRow
  packed: ReturnType<typeof packedOf>
  warehouseId: string
  /** Why it cannot be shipped as it stands. */
  problem: string | null
  onType: (change: Typed) => void
  onUnderstood: () => void
}>

export function PickRowShown({ row, packed, warehouseId, problem, onType, onUnderstood }: PickRowProps) {
  const { line, reserved, change } = row
  const gone = reserved === 0
  return (
    <li className={classes.pick} data-left-out={!packed.take || undefined} data-changed={change !== null || undefined}>
      <Checkbox
        size="md"
        aria-label={`Take ${batchName(line.batchCode)} of ${line.sku}`}
        disabled={gone}
        checked={packed.take}
        onChange={({ currentTarget: { checked } }) => onType({ take: checked })}
      />
      <div className={classes.place}>{line.placeCode}</div>
      <div className={classes.what}>
        <Item line={line} warehouseId={warehouseId} />
        {change ? <ChangeShown row={row} change={change} onUnderstood={onUnderstood} /> : null}
        {line.tracking === 'serial' && packed.take ? <Serials packed={packed} onType={onType} /> : null}
        {problem ? (
          <Text role="alert" c="var(--mantine-color-error)" fw={550} mt={4}>
            {problem}
          </Text>
        ) : null}
      </div>
      <QuantityInput
        aria-label={`How many of ${batchName(line.batchCode)}`}
        w={130}
        min={0}
        max={reserved}
        beyondMax={`Only ${quantityText(reserved, line.baseUnit)} ${reserved === 1 ? 'is' : 'are'} reserved.`}
        disabled={!packed.take}
        data-step="quantity"
        rightSection={<Text fz="sm" c="dimmed">{`/ ${quantityText(reserved)}`}</Text>}
        rightSectionWidth={60}
        rightSectionPointerEvents="none"
        value={gone ? 0 : packed.quantity}
        onChange={(quantity) => onType({ quantity })}
      />
    </li>
  )
}

function Item({ line, warehouseId }: { line: PickLine; warehouseId: string }) {
  const today = useToday(warehouseId)
  const left = line.expiresOn === null ? null : daysLeft(line.expiresOn, today)
  return (
    <div className={classes.item}>
      <Text fw={600} span>
        {line.sku}
      </Text>{' '}
      <Text span c="dimmed">
        {`${line.productName}${ofKit(line)}`}
      </Text>
      <Group gap="xs" mt={2}>
        <span>
          <RowLink to={`/batches/${line.batchId}`}>{capital(batchName(line.batchCode))}</RowLink>
        </span>
        <DateText day={line.expiresOn} />
        <DaysLeft daysLeft={left} />
      </Group>
    </div>
  )
}

type ChangeProps = Readonly<{ row: PickRow; change: Change; onUnderstood: () => void }>

function ChangeShown({ row: { line, reserved }, change, onUnderstood }: ChangeProps) {
  const takenBack = change.kind === 'taken_back'
  return (
    <Group gap="xs" mt={4} role="status">
      <Sign tone={takenBack ? 'bad' : 'soon'} icon={<IconAlertTriangle />}>
        <span className={classes.change}>{changeInWords(change, { batchCode: line.batchCode, reserved })}</span>
      </Sign>
      {takenBack ? <WhyTakenBack batchId={line.batchId} /> : null}
      <Button size="compact-xs" variant="default" onClick={onUnderstood}>
        {takenBack ? 'Put back' : 'Seen'}
      </Button>
    </Group>
  )
}

/** The holds on the batch, where that is why. */
function WhyTakenBack({ batchId }: { batchId: string }) {
  const holds = useQuery({
    queryKey: ['holds', 'batch', batchId],
    queryFn: () => answerOf(api.GET('/v1/holds', { params: { query: { batch: batchId, active: true, limit: 5 } } })),
  })
  return holds.data?.items.map(({ id, number }) => <HoldBadge key={id} number={number} />)
}

function Serials({ packed: { quantity, serials }, onType }: Pick<PickRowProps, 'packed' | 'onType'>) {
  const scanned = serialsIn(serials).length
  return (
    <Textarea
      mt="xs"
      label="Serials"
      description={`${scanned} of ${Number(quantity)} scanned`}
      placeholder="One a line, scanned"
      autosize
      minRows={2}
      maw={360}
      value={serials}
      onChange={({ currentTarget: { value } }) => onType({ serials: value })}
    />
  )
}
