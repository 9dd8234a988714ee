import { NativeSelect } from '@mantine/core'
import type { Import } from '../../api/types.ts'

type FileColumn = Import['columns'][number]
export type DayStyle = NonNullable<FileColumn['days']>
export const unknownDays: DayStyle = { order: null, monthMeans: null, serialFrom: null }

const toSay = { value: '', label: 'Please say' }
const orders = [
  toSay,
  { value: 'day first', label: 'Day first: 31/01' },
  { value: 'month first', label: 'Month first: 01/31' },
]
const months = [
  toSay,
  { value: 'last day', label: 'The last day of the month' },
  { value: 'first day', label: 'The first day of the month' },
]
const serials = [
  { value: '1900', label: 'Numbers of Excel, from 1900' },
  { value: '1904', label: 'Numbers of old Macs, from 1904' },
]

type DaysOfProps = Readonly<{
  column: string
  asks: FileColumn['asks']
  days: DayStyle
  onSay: ((days: DayStyle) => void) | null
}>

/** How a column writes days, as far as its values leave it open or told it. */
export function DaysOf({ column, asks, days, onSay }: DaysOfProps) {
  const say = (part: Partial<DayStyle>) => onSay?.({ ...days, ...part })
  const isOpen = (what: 'order' | 'month', value: string | null) => asks.includes(what) && value === null
  return (
    <div>
      {asks.includes('order') || days.order !== null ? (
        <NativeSelect
          label={`${column} has first`}
          error={isOpen('order', days.order) ? 'Nothing in the file tells: 03/04 may be two days.' : undefined}
          value={days.order ?? ''}
          data={orders}
          disabled={onSay === null}
          onChange={(event) => say({ order: (event.currentTarget.value || null) as DayStyle['order'] })}
        />
      ) : null}
      {asks.includes('month') || days.monthMeans !== null ? (
        <NativeSelect
          label={`A month in ${column} means`}
          error={isOpen('month', days.monthMeans) ? 'Some values are months, and have no day.' : undefined}
          value={days.monthMeans ?? ''}
          data={months}
          disabled={onSay === null}
          onChange={(event) => say({ monthMeans: (event.currentTarget.value || null) as DayStyle['monthMeans'] })}
        />
      ) : null}
      {days.serialFrom === null ? null : (
        <NativeSelect
          label={`${column} counts days`}
          value={String(days.serialFrom)}
          data={serials}
          disabled={onSay === null}
          onChange={(event) => say({ serialFrom: event.currentTarget.value === '1904' ? 1904 : 1900 })}
        />
      )}
    </div>
  )
}
