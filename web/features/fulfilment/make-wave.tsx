import { Modal, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewPickWave } from '../../api/types.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { ChannelInput } from '../../shared/name-in-use.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'

type MakeWaveProps = Readonly<{ opened: boolean; onClose: () => void }>
type Values = Readonly<{ warehouse: string | null; dueUntil: string | null; channel: string; ordersMax: number | '' }>

const ordersMaxUsual = 20
const ordersMaxAtAll = 200

/** Of the orders that are due first and in no open wave yet. */
export function MakeWave({ opened, onClose }: MakeWaveProps) {
  const navigate = useNavigate()
  const only = useWarehouses().data?.[0]?.code ?? null
  const [values, setValues] = useState<Values>({
    warehouse: null,
    dueUntil: null,
    channel: '',
    ordersMax: ordersMaxUsual,
  })
  const make = useWrite(
    (body: NewPickWave, key) => answerOf(api.POST('/v1/pick-waves', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/pick/$ref', params: { ref: id } }),
  )
  const warehouse = values.warehouse ?? only
  const change = (part: Partial<Values>) => {
    make.forget()
    setValues({ ...values, ...part })
  }
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    const { dueUntil, channel, ordersMax } = values
    make.send({ warehouse: warehouse ?? '', ...given({ dueUntil, channel: channel.trim(), ordersMax }) })
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Make a pick wave">
      <form onSubmit={send}>
        <Stack gap="md">
          <WaveFields values={{ ...values, warehouse }} onChange={change} />
          <DialogFoot problem={make.problem} onLeave={onClose} sending={make.sending} disabled={warehouse === null}>
            Make the wave
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type FieldsProps = Readonly<{ values: Values; onChange: (part: Partial<Values>) => void }>

function WaveFields({ values, onChange }: FieldsProps) {
  return (
    <>
      <WarehouseSelect required value={values.warehouse} onChange={(code) => onChange({ warehouse: code })} />
      <DayInput
        label="Due until"
        description="All that are due where none is named"
        clearable
        value={values.dueUntil}
        onChange={(dueUntil) => onChange({ dueUntil })}
      />
      <ChannelInput placeholder="Any" value={values.channel} onChange={(channel) => onChange({ channel })} />
      <QuantityInput
        label="How many orders at most"
        max={ordersMaxAtAll}
        value={values.ordersMax}
        onChange={(ordersMax) => onChange({ ordersMax })}
      />
    </>
  )
}
