import { Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Warehouse } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { TimeZoneSelect } from '../../shared/time-zone-select.tsx'
import { useWrite } from '../../shared/use-write.ts'

export function ChangeWarehouse({ warehouse }: { warehouse: Warehouse }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="change places">
      <Button size="xs" variant="default" leftSection={<IconPencil size={14} />} onClick={open}>
        Change
      </Button>
      {opened ? <ChangeForm warehouse={warehouse} onClose={close} /> : null}
    </May>
  )
}

type ChangeFormProps = Readonly<{ warehouse: Warehouse; onClose: () => void }>

function ChangeForm({ warehouse: { id, code, name, timeZone, address }, onClose }: ChangeFormProps) {
  const form = useForm({ initialValues: { name, timeZone, address: address ?? '' } })
  const change = useWrite(
    (body: ChangeBody<'/v1/warehouses/{id}'>, key) =>
      answerOf(api.PATCH('/v1/warehouses/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  useFieldProblems(form, change.problem)
  const send = (values: typeof form.values) => change.send({ ...values, address: values.address.trim() || null })
  return (
    <Modal opened onClose={onClose} title={`Change warehouse ${code}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <TimeZoneSelect {...form.getInputProps('timeZone')} />
          {form.values.timeZone === timeZone ? null : (
            <Text fz="sm">Batches that lie here will expire at the end of their last day in the new zone.</Text>
          )}
          <Textarea label="Address" autosize minRows={2} maxLength={500} {...form.getInputProps('address')} />
          <DialogFoot problem={change.problem} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
