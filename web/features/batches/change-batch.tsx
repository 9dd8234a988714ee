/**
 * web/features/batches/change-batch.tsx — what is known of a batch besides its dates: origin, the supplier's number, and
 * whatever else is worth keeping.
 */

import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { BatchDetail, ChangeBody } from '../../api/types.ts'
import { CountrySelect } from '../../shared/country-select.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { May } from '../../shared/may.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Body = ChangeBody<'/v1/batches/{id}'>
type Attributes = NonNullable<Body['attributes']>
type Values = {
  supplierLot: string
  originCountry: string | null
  attributes: { name: string; value: string }[]
  reason: string
}

/** An attribute that a program gave may be a list or an object: shown as it was given. */
const attributeText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const valuesOf = ({ supplierLot, originCountry, attributes }: BatchDetail): Values => ({
  supplierLot: supplierLot ?? '',
  originCountry,
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value: attributeText(value) })),
  reason: '',
})

/** What was not touched keeps its type: a number stays one. */
function bodyOf(batch: BatchDetail, { supplierLot, originCountry, attributes, reason }: Values): Body {
  const kept = Object.fromEntries(
    attributes
      .filter(({ name, value }) => name.trim() !== '' && value.trim() !== '')
      .map(({ name, value }) => {
        const before = batch.attributes[name]
        return [name.trim(), attributeText(before) === value ? before : value.trim()]
      }),
  ) as Attributes
  return {
    supplierLot: supplierLot.trim() === '' ? null : supplierLot.trim(),
    originCountry,
    attributes: kept,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
}

export function ChangeBatch({ batch }: { batch: BatchDetail }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="correct batches">
      <Button size="xs" variant="default" leftSection={<IconPencil size={14} />} onClick={open}>
        Change
      </Button>
      {opened ? <ChangeForm batch={batch} onClose={close} /> : null}
    </May>
  )
}

function ChangeForm({ batch, onClose }: { batch: BatchDetail; onClose: () => void }) {
  const form = useForm<Values>({ initialValues: valuesOf(batch) })
  const change = useWrite(
    (body: Body, key) =>
      answerOf(api.PATCH('/v1/batches/{id}', { params: { path: { id: batch.id } }, body, headers: intent(key) })),
    onClose,
  )
  useFieldProblems(form, change.problem)
  return (
    <Modal opened onClose={onClose} title={`Change ${batchName(batch.code)}`}>
      <form onSubmit={form.onSubmit((values) => change.send(bodyOf(batch, values)))}>
        <Stack gap="md">
          <CountrySelect label="Origin" data-autofocus {...form.getInputProps('originCountry')} />
          <TextInput label="Supplier's lot" maxLength={80} {...form.getInputProps('supplierLot')} />
          <AttributeFields form={form} />
          <TextInput label="Reason" description="Stays in the audit" {...form.getInputProps('reason')} />
          <DialogFoot problem={change.problem} onLeave={onClose} sending={change.sending}>
            Save
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function AttributeFields({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={550}>More about it</Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => form.insertListItem('attributes', { name: '', value: '' })}
        >
          Add a line
        </Button>
      </Group>
      {form.values.attributes.length === 0 ? (
        <Text c="dimmed" fz="sm">
          Grade, colour, test report … whatever your customers ask about.
        </Text>
      ) : null}
      {form.values.attributes.map((_, index) => (
        <Group key={String(index)} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={`Name of line ${index + 1}`}
            placeholder="Name"
            maxLength={80}
            flex={1}
            {...form.getInputProps(`attributes.${index}.name`)}
          />
          <TextInput
            aria-label={`Value of line ${index + 1}`}
            placeholder="Value"
            maxLength={500}
            flex={1}
            {...form.getInputProps(`attributes.${index}.value`)}
          />
          <ActionIcon
            size={36}
            aria-label={`Take line ${index + 1} away`}
            onClick={() => form.removeListItem('attributes', index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  )
}
