import { Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Zone } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { useWrite } from '../../shared/use-write.ts'

type Storage = Zone['storage']
type Values = { code: string; name: string; storage: Storage }

export const storageWords: Record<Storage, string> = {
  ambient: 'Room temperature',
  cool: 'Cool',
  frozen: 'Frozen',
  hazardous: 'Dangerous goods',
}
const storages = (Object.keys(storageWords) as Storage[]).map((value) => ({ value, label: storageWords[value] }))

type ZoneFormProps = Readonly<{
  warehouseId: string
  /** Null for a new one. */
  zone: Zone | null
  onClose: () => void
}>

export function ZoneForm({ warehouseId, zone, onClose }: ZoneFormProps) {
  const { code, name, storage } = zone ?? { code: '', name: '', storage: 'ambient' as Storage }
  const form = useForm<Values>({ initialValues: { code, name, storage } })
  const save = useWrite((values: Values, key) => {
    const headers = intent(key)
    return answerOf(
      zone
        ? api.PATCH('/v1/zones/{id}', { params: { path: { id: zone.id } }, body: values, headers })
        : api.POST('/v1/zones', { body: { warehouseId, ...values }, headers }),
    )
  }, onClose)
  const problem = useFieldProblems(form, save.problem)
  return (
    <Modal opened onClose={onClose} title={zone ? `Change zone ${zone.code}` : 'Add a zone'}>
      <form onSubmit={form.onSubmit(save.send)}>
        <Stack gap="md">
          <SimpleGrid cols={2}>
            <TextInput label="Short code" required maxLength={40} data-autofocus {...form.getInputProps('code')} />
            <TextInput label="Name" required maxLength={200} {...form.getInputProps('name')} />
          </SimpleGrid>
          <Select label="Storage" data={storages} {...form.getInputProps('storage')} />
          <DialogFoot problem={problem} onLeave={onClose} sending={save.sending}>
            {zone ? 'Save' : 'Add the zone'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
