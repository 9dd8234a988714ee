import { Modal, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { ZoneSelect } from './zone-select.tsx'

type PlacesBody = NewBody<'/v1/places'>
type Kind = 'storage' | 'dock' | 'quarantine'

const placeKinds = [
  { value: 'storage', label: 'Storage: stock lies there for sale' },
  { value: 'dock', label: 'Dock: goods come in or go out' },
  { value: 'quarantine', label: 'Quarantine: not for sale' },
]

type AddPlacesProps = Readonly<{ warehouseId: string; opened: boolean; onClose: () => void }>

export function AddPlaces({ warehouseId, opened, onClose }: AddPlacesProps) {
  const form = useForm({ initialValues: { codes: '', kind: 'storage' as Kind, zoneId: null as string | null } })
  const add = useWrite(
    (body: PlacesBody, key) => answerOf(api.POST('/v1/places', { body, headers: intent(key) })),
    () => {
      form.reset()
      onClose()
    },
  )
  const codes = codesIn(form.values.codes)
  const send = ({ kind, zoneId }: typeof form.values) =>
    add.send({ places: codes.map((code) => ({ warehouseId, zoneId, kind, code })) })
  return (
    <Modal opened={opened} onClose={onClose} title="Add places">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <Select label="Kind" data={placeKinds} {...form.getInputProps('kind')} />
          <ZoneSelect warehouseId={warehouseId} {...form.getInputProps('zoneId')} />
          <Textarea
            label="Codes"
            description="One a line, as on the shelf"
            required
            autosize
            minRows={4}
            maxRows={12}
            data-autofocus
            {...form.getInputProps('codes')}
          />
          <DialogFoot problem={add.problem} onLeave={onClose} sending={add.sending} disabled={codes.length === 0}>
            {codes.length === 1 ? 'Add 1 place' : `Add ${codes.length} places`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

const codesIn = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
