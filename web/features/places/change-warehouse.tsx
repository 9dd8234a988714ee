import { Button, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Warehouse } from '../../api/types.ts'
import { CutOffInput } from '../../shared/cut-off-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { TimeZoneSelect } from '../../shared/time-zone-select.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { WorkingDaysInput } from '../../shared/working-days.tsx'

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

const startOf = ({ name, address, cutOff, workingDays, priority }: Omit<Warehouse, 'id' | 'code' | 'timeZone'>) => ({
  name,
  address: address ?? '',
  cutOff,
  workingDays,
  priority: priority as number | string,
})

type ChangeFormProps = Readonly<{ warehouse: Warehouse; onClose: () => void }>

function ChangeForm({ warehouse: { id, code, timeZone, ...warehouse }, onClose }: ChangeFormProps) {
  const form = useForm({ initialValues: { ...startOf(warehouse), timeZone } })
  const change = useWrite(
    (body: ChangeBody<'/v1/warehouses/{id}'>, key) =>
      answerOf(api.PATCH('/v1/warehouses/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const send = (values: typeof form.values) =>
    change.send({ ...values, address: values.address.trim() || null, priority: Number(values.priority) })
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
          <CutOffInput required {...form.getInputProps('cutOff')} />
          <WorkingDaysInput label="It ships on" {...form.getInputProps('workingDays')} />
          <NumberInput
            label="Priority"
            description="Where a rule routes orders by priority, the lower goes first"
            min={-1000}
            max={1000}
            allowDecimal={false}
            {...form.getInputProps('priority')}
          />
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={change.sending}
            disabled={form.values.workingDays.length === 0}
          >
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
