import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Place } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { BinFields, binRules, binValues } from './bin-fields.tsx'
import { ZoneSelect } from './zone-select.tsx'

export function ChangePlace({ place }: { place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="change places">
      <Button size="compact-xs" variant="subtle" onClick={open} aria-label={`Change place ${place.code}`}>
        Change
      </Button>
      {opened ? <ChangeForm place={place} onClose={close} /> : null}
    </May>
  )
}

type ChangeFormProps = Readonly<{ place: Place; onClose: () => void }>

function ChangeForm({ place, onClose }: ChangeFormProps) {
  const { id, code, zoneId, warehouseId, kind } = place
  const form = useForm({ initialValues: { code, zoneId, ...binValues(place) } })
  const change = useWrite(
    (body: ChangeBody<'/v1/places/{id}'>, key) =>
      answerOf(api.PATCH('/v1/places/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    onClose,
  )
  const problem = useFieldProblems(form, change.problem)
  return (
    <Modal opened onClose={onClose} title={`Change place ${code}`}>
      <form onSubmit={form.onSubmit((values) => change.send({ ...values, ...binRules(values) }))}>
        <Stack gap="md">
          <TextInput
            label="Code"
            description="As on the shelf"
            required
            maxLength={40}
            data-autofocus
            {...form.getInputProps('code')}
          />
          <ZoneSelect warehouseId={warehouseId ?? ''} {...form.getInputProps('zoneId')} />
          {kind === 'storage' ? <BinFields field={(name) => form.getInputProps(name)} /> : null}
          <DialogFoot problem={problem} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
