import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { batchText } from '#domain/batch-code.ts'
import { daysLeft } from '#domain/shelf-life.ts'
import type { PickTask } from '../../api/types.ts'
import { boxesOf } from '../../shared/box-words.ts'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { ofKit } from './kit-words.ts'
import classes from './picking.module.css'

type TaskCardProps = Readonly<{ task: PickTask; warehouseId: string; children: ReactNode }>

/** To be read at arm's length. */
export function TaskCard({ task, warehouseId, children }: TaskCardProps) {
  const { placeCode, zoneCode, batchCode, expiresOn, toPick, packOf, baseUnit, sku, productName, orderNumber } = task
  const today = useToday(warehouseId)
  const left = expiresOn === null ? null : daysLeft(expiresOn, today)
  return (
    <section className={classes.task} aria-label="To pick now">
      <div className={classes.bin}>
        {zoneCode ? <span className={classes.zone}>{zoneCode}</span> : null}
        {placeCode}
      </div>
      <div className={classes.goods}>
        <div>
          <span className={classes.name}>Batch</span>
          <span className={classes.large}>{batchText(batchCode)}</span>
        </div>
        <div>
          <span className={classes.name}>
            {packOf === null ? 'Take' : `Take, each of ${quantityText(packOf, baseUnit)}`}
          </span>
          <span className={classes.large}>
            {packOf === null ? quantityText(toPick, baseUnit) : boxesOf(toPick, packOf)}
          </span>
        </div>
      </div>
      <Text fz="lg" mb="sm">
        <b>{sku}</b> {productName} · <DateText day={expiresOn} /> <DaysLeft daysLeft={left} /> ·{' '}
        {`${orderNumber}${ofKit(task)}`}
      </Text>
      {children}
    </section>
  )
}
