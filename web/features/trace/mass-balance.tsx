/**
 * web/features/trace/mass-balance.tsx — what came of a batch against where it went: 100 %, or an alarm.
 */
import { Alert } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import type { BatchTrace } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { QuantityBar } from '../../shared/quantity-bar.tsx'
import { Sign } from '../../shared/sign.tsx'

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
  const most = Math.max(balance.in, balance.out)
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
      <QuantityBar title="Came" total={balance.in} parts={partsOf(sources, balance)} most={most} />
      <QuantityBar title="Is now" total={balance.out} parts={partsOf(fates, balance)} most={most} />
    </Section>
  )
}

const partsOf = (parts: readonly Part[], balance: Balance) =>
  parts.map(({ key, ...part }) => ({ ...part, quantity: Number(balance[key]) }))
