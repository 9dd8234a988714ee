import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Shipment } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** The carrier's label is often printed after the parcel was recorded. */
export function EditPapers({ shipment }: { shipment: Shipment }) {
  const [opened, { open, close }] = useDisclosure(false)
  const isNew = shipment.carrier === null && shipment.trackingNumber === null
  return (
    <May to="ship">
      <Button variant="default" leftSection={<IconPencil size={15} />} onClick={open}>
        {isNew ? 'Add carrier and tracking' : 'Correct carrier and tracking'}
      </Button>
      {opened ? <PapersForm shipment={shipment} onClose={close} /> : null}
    </May>
  )
}

function PapersForm({ shipment: { id, number, ...papers }, onClose }: { shipment: Shipment; onClose: () => void }) {
  const form = useForm({
    initialValues: { carrier: papers.carrier ?? '', trackingNumber: papers.trackingNumber ?? '' },
  })
  const change = useWrite(
    (body: ChangeBody<'/v1/shipments/{id}'>, key) =>
      answerOf(api.PATCH('/v1/shipments/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const blank = (text: string) => (text.trim() === '' ? null : text.trim())
  return (
    <Modal opened onClose={onClose} title={`Carrier and tracking of ${number}`}>
      <form
        onSubmit={form.onSubmit(({ carrier, trackingNumber }) =>
          change.send({ carrier: blank(carrier), trackingNumber: blank(trackingNumber) }),
        )}
      >
        <Stack gap="md">
          <TextInput label="Carrier" placeholder="UPS, DHL …" data-autofocus {...form.getInputProps('carrier')} />
          <TextInput label="Tracking number" {...form.getInputProps('trackingNumber')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
