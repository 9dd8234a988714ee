/**
 * web/features/trace/mass-balance.tsx — what came of a batch against where it went: 100 %, or an alarm.
 */
import { Alert, Text, Tooltip } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import type { BatchTrace } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import classes from './mass-balance.module.css'

type Balance = BatchTrace['massBalance']
type Part = Readonly<{ key: keyof Balance; label: string; tint: string }>

const sources: readonly Part[] = [
  { key: 'received', label: 'received', tint: 'petrol.6' },
  { key: 'made', label: 'made', tint: 'petrol.4' },
  { key: 'found', label: 'found', tint: 'gray.5' },
]
const fates: readonly Part[] = [
  { key: 'onHand', label: 'on hand', tint: 'petrol.5' },
  { key: 'inTransit', label: 'in transit', tint: 'petrol.3' },
  { key: 'shipped', label: 'shipped', tint: 'leaf.5' },
  { key: 'consumed', label: 'consumed', tint: 'iris.4' },
  { key: 'samples', label: 'samples', tint: 'gray.5' },
  { key: 'disposed', label: 'disposed', tint: 'brick.4' },
  { key: 'lost', label: 'lost', tint: 'saffron.5' },
]

export function MassBalance({ balance }: { balance: Balance }) {
  const whole = balance.alarm === null
  return (
    <Section
      title="Mass balance"
      aside={
        <Sign tone={whole ? 'good' : 'bad'}>
          {balance.percent.toLocaleString('en', { maximumFractionDigits: 2 })} % accounted for
        </Sign>
      }
    >
      {balance.alarm ? (
        <Alert role="alert" color="brick" icon={<IconAlertOctagon size={18} />} mb="md">
          {balance.alarm}
        </Alert>
      ) : null}
      <Bar title="Came" total={balance.in} parts={sources} balance={balance} />
      <Bar title="Is now" total={balance.out} parts={fates} balance={balance} />
    </Section>
  )
}

type BarProps = Readonly<{ title: string; total: number; parts: readonly Part[]; balance: Balance }>

function Bar({ title, total, parts, balance }: BarProps) {
  const shown = parts
    .map((part) => ({ ...part, quantity: Number(balance[part.key]) }))
    .filter(({ quantity }) => quantity > 0)
  const most = Math.max(balance.in, balance.out, 1)
  return (
    <div className={classes.row}>
      <Text className={classes.title}>
        {title} <b>{quantityText(total)}</b>
      </Text>
      <div>
        <div className={classes.bar} aria-hidden="true">
          {shown.map(({ key, label, tint, quantity }) => (
            <Tooltip key={key} label={`${quantityText(quantity)} ${label}`}>
              <span
                style={{
                  width: `${(quantity / most) * 100}%`,
                  background: `var(--mantine-color-${tint.replace('.', '-')})`,
                }}
              />
            </Tooltip>
          ))}
        </div>
        <ul className={classes.legend}>
          {shown.map(({ key, label, tint, quantity }) => (
            <li key={key}>
              <i style={{ background: `var(--mantine-color-${tint.replace('.', '-')})` }} />
              {quantityText(quantity)} {label}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
