import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { ofKind } from '#domain/labels/design.ts'
import type { LabelDesign } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { Section } from '../../shared/page.tsx'
import type { PartsProps } from './design-form.ts'
import { fieldWords } from './label-words.ts'
import classes from './labels.module.css'
import { numbered } from './numbered.ts'
import { Placing } from './placing.tsx'

type TextPart = LabelDesign['texts'][number]

const fresh: TextPart = {
  field: 'text',
  text: 'Text',
  x: 2,
  y: 2,
  width: 30,
  size: 3,
  bold: false,
  lines: 1,
  named: false,
}

export function TextParts({ kind, form }: PartsProps) {
  const { texts } = form.values.design
  const add = () => form.insertListItem('design.texts', fresh)
  return (
    <Section
      title="Texts"
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          Add a text
        </Button>
      }
    >
      <Stack gap="md">
        {numbered(texts).map(({ part, at, key }) => (
          <TextRow key={key} kind={kind} form={form} part={part} at={at} />
        ))}
      </Stack>
    </Section>
  )
}

function TextRow({ kind, form, part, at }: PartsProps & Readonly<{ part: TextPart; at: number }>) {
  const path = `design.texts.${at}`
  const name = `text ${at + 1}`
  return (
    <fieldset className={classes.part} aria-label={capital(name)}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label="Says"
          flex={1}
          allowDeselect={false}
          searchable
          data={ofKind[kind].fields.map((field) => ({ value: field, label: fieldWords(field) }))}
          {...form.getInputProps(`${path}.field`)}
        />
        {part.field === 'text' ? (
          <TextInput label="Text" flex={1} maxLength={200} {...form.getInputProps(`${path}.text`)} />
        ) : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Take out ${name}`}
          onClick={() => form.removeListItem('design.texts', at)}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
      <Placing form={form} path={path}>
        <NumberInput
          label="Letters, mm"
          min={1.2}
          max={60}
          step={0.2}
          allowDecimal
          decimalScale={1}
          {...form.getInputProps(`${path}.size`)}
        />
        <NumberInput label="Lines" min={1} max={20} allowDecimal={false} {...form.getInputProps(`${path}.lines`)} />
      </Placing>
      <Group gap="md" mt="xs">
        <Checkbox label="Bold" {...form.getInputProps(`${path}.bold`, { type: 'checkbox' })} />
        <Checkbox label="With its name before it" {...form.getInputProps(`${path}.named`, { type: 'checkbox' })} />
      </Group>
    </fieldset>
  )
}
