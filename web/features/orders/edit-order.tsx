import { Button, Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { ChangeBody, Order } from '../../api/types.ts'
import { CountrySelect } from '../../shared/country-select.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ServiceSelect } from '../../shared/service-select.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = ChangeBody<'/v1/orders/{id}'>
type Values = {
  deliverOn: string | null
  priority: number | string
  shipTo: string
  country: string | null
  postalCode: string
  service: string | null
  note: string
  reason: string
}

/** Named only where it is another: a day or a way that is named judges every batch anew. */
const onlyNew = ({ deliverOn, country, service, ...values }: Values, order: Omit<Order, 'id' | 'number'>): Body => {
  const postalCode = values.postalCode.trim() || null
  return {
    ...(deliverOn === order.deliverOn ? {} : { deliverOn }),
    ...(country === order.country ? {} : { country }),
    ...(postalCode === order.postalCode ? {} : { postalCode }),
    ...(service === order.serviceCode ? {} : { service }),
  }
}

/** Where to, by when and how urgently; quantities are changed at their lines. */
export function EditOrder({ order }: { order: Order }) {
  const [opened, { open, close }] = useDisclosure(false)
  if (order.state === 'cancelled' || order.state === 'shipped') return null
  return (
    <May to="order">
      <Button size="xs" variant="subtle" leftSection={<IconPencil size={14} />} onClick={open}>
        Change
      </Button>
      {opened ? <FormShown order={order} onClose={close} /> : null}
    </May>
  )
}

function FormShown({ order: { id, number, ...order }, onClose }: { order: Order; onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: {
      deliverOn: order.deliverOn,
      priority: order.priority,
      shipTo: order.shipTo ?? '',
      country: order.country,
      postalCode: order.postalCode ?? '',
      service: order.serviceCode,
      note: order.note ?? '',
      reason: '',
    },
  })
  const change = useWrite(
    (body: Body, key) =>
      answerOf(api.PATCH('/v1/orders/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const send = (values: Values) => {
    const { priority, shipTo, note, reason } = values
    change.send({
      ...onlyNew(values, order),
      priority: Number(priority),
      shipTo: shipTo.trim() || null,
      note: note.trim() || null,
      ...given({ reason: reason.trim() }),
    })
  }
  return (
    <Modal opened onClose={onClose} title={`Change order ${number}`} size="lg">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <Fields form={form} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayInput
          label="Deliver on"
          description="Another day judges the batches anew"
          data-autofocus
          {...form.getInputProps('deliverOn')}
        />
        <QuantityInput
          label="Priority"
          description="The higher is served first"
          inputMode="text"
          min={-100}
          max={100}
          beyondMax="It must be at most 100."
          required
          {...form.getInputProps('priority')}
        />
      </SimpleGrid>
      <Textarea label="Deliver to" autosize minRows={2} {...form.getInputProps('shipTo')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <CountrySelect placeholder="Not named" {...form.getInputProps('country')} />
        <TextInput label="Postal code" autoComplete="off" maxLength={20} {...form.getInputProps('postalCode')} />
        <ServiceSelect {...form.getInputProps('service')} />
      </SimpleGrid>
      <Textarea label="Note" autosize minRows={2} {...form.getInputProps('note')} />
      <TextInput label="Reason" placeholder="Stays in the audit" {...form.getInputProps('reason')} />
    </>
  )
}
