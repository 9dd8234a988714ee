/**
 * web/shared/quantity-bar.tsx — a quantity and what it is made of: a bar, and the same in words.
 */
import { Text, Tooltip } from '@mantine/core'
import { quantityText } from './quantity.tsx'
import classes from './quantity-bar.module.css'

export type BarPart = Readonly<{ label: string; tint: string; quantity: number }>
type QuantityBarProps = Readonly<{
  title: string
  total: number
  parts: readonly BarPart[]
  /** What a bar of full width stands for. */
  most: number
}>

const colourOf = (tint: string) => `var(--mantine-color-${tint.replace('.', '-')})`

export function QuantityBar({ title, total, parts, most }: QuantityBarProps) {
  const shown = parts.filter(({ quantity }) => quantity > 0)
  return (
    <div className={classes.row}>
      <Text className={classes.title}>
        {title} <b>{quantityText(total)}</b>
      </Text>
      <div>
        <div className={classes.bar} aria-hidden="true">
          {shown.map(({ label, tint, quantity }) => (
            <Tooltip key={label} label={`${quantityText(quantity)} ${label}`}>
              <span style={{ width: `${(quantity / Math.max(most, 1)) * 100}%`, background: colourOf(tint) }} />
            </Tooltip>
          ))}
        </div>
        <ul className={classes.legend}>
          {shown.map(({ label, tint, quantity }) => (
            <li key={label}>
              <i style={{ background: colourOf(tint) }} />
              {quantityText(quantity)} {label}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
