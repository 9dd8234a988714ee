/**
 * web/features/identifying/meter.tsx — how much is known of goods that lay in stock before their batches were tracked: a number, a bar, and what the
 * bar is made of.
 */
import { Progress } from '@mantine/core'
import type { IdentificationSummary } from '../../api/types.ts'
import { quantityText } from '../../shared/quantity.tsx'
import classes from './identifying.module.css'

type MeterOf = IdentificationSummary['meter']

const share = (part: number, { whole }: MeterOf) => (whole === 0 ? 0 : (part / whole) * 100)

export function Meter({ of, unit }: Readonly<{ of: MeterOf; unit: string }>) {
  const { identified, here, gone, percent, whole } = of
  const parts = [
    { label: 'identified', quantity: identified, color: 'leaf' },
    { label: 'to identify', quantity: here, color: 'saffron' },
    { label: 'left without a batch', quantity: gone, color: 'gray' },
  ]
  return (
    <section className={classes.meter} aria-label="How much is known">
      <p className={classes.percent}>
        <b>{`${percent} %`}</b> identified
      </p>
      <Progress.Root size="lg" aria-hidden="true">
        {parts.map(({ label, quantity, color }) => (
          <Progress.Section key={label} value={share(quantity, of)} color={color} />
        ))}
      </Progress.Root>
      <ul className={classes.parts}>
        {parts.map(({ label, quantity, color }) => (
          <li key={label}>
            <span className={classes.swatch} style={{ background: `var(--mantine-color-${color}-filled)` }} />
            <b>{quantityText(quantity, unit)}</b> {label}
          </li>
        ))}
        <li className={classes.whole}>{`of ${quantityText(whole, unit)}`}</li>
      </ul>
    </section>
  )
}
