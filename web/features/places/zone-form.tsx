import { Modal, MultiSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Zone } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { allergenChoices, hazardChoices, temperatureChoices } from '../../shared/storage-words.ts'
import { useWrite } from '../../shared/use-write.ts'

type Values = Pick<Zone, 'code' | 'name' | 'storage' | 'hazards' | 'freeFrom'>

const newZone: Values = { code: '', name: '', storage: 'ambient', hazards: [], freeFrom: [] }

type ZoneFormProps = Readonly<{
  warehouseId: string
  /** Null for a new one. */
  zone: Zone | null
  onClose: () => void
}>

export function ZoneForm({ warehouseId, zone, onClose }: ZoneFormProps) {
  const { code, name, storage, hazards, freeFrom } = zone ?? newZone
  const form = useForm<Values>({ initialValues: { code, name, storage, hazards, freeFrom } })
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
          <KeptFields form={form} />
          {zone ? (
            <Text fz="sm" c="dimmed">
              What lies there stays. What must not lie there any more is listed, with where to move it.
            </Text>
          ) : null}
          <DialogFoot problem={problem} onLeave={onClose} sending={save.sending}>
            {zone ? 'Save' : 'Add the zone'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function KeptFields({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <>
      <Select label="Temperature" allowDeselect={false} data={temperatureChoices} {...form.getInputProps('storage')} />
      <MultiSelect
        label="Dangerous goods that may lie there"
        placeholder={form.values.hazards.length === 0 ? 'None' : ''}
        data={hazardChoices}
        {...form.getInputProps('hazards')}
      />
      <MultiSelect
        label="Free from"
        description="Goods with these allergens lie neither there nor above"
        placeholder={form.values.freeFrom.length === 0 ? 'Nothing is kept away' : ''}
        searchable
        data={allergenChoices}
        {...form.getInputProps('freeFrom')}
      />
    </>
  )
}
