import { ActionIcon, Button, Group, MultiSelect, NumberInput, Select, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { bearsIdentifiers, labelSymbologiesOf, ofKind } from '#domain/labels/design.ts'
import type { LabelDesign } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import type { PartsProps } from './design-form.ts'
import { identifierWords, symbologyWords } from './label-words.ts'
import classes from './labels.module.css'
import { numbered } from './numbered.ts'
import { Placing } from './placing.tsx'

type SymbolPart = LabelDesign['symbols'][number]
const symbolsMax = 2

export function SymbolParts({ kind, form }: PartsProps) {
  const { symbols } = form.values.design
  const [first = 'qr'] = labelSymbologiesOf(kind)
  const fresh: SymbolPart = {
    symbology: first,
    x: 2,
    y: 2,
    width: 40,
    height: 20,
    says: [...ofKind[kind].says].slice(0, 1),
  }
  return (
    <Section
      title="Codes"
      aside={
        symbols.length < symbolsMax ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => form.insertListItem('design.symbols', fresh)}
          >
            Add a code
          </Button>
        ) : null
      }
    >
      <Stack gap="md">
        {numbered(symbols).map(({ part, at, key }) => (
          <SymbolRow key={key} kind={kind} form={form} part={part} at={at} />
        ))}
      </Stack>
    </Section>
  )
}

function SymbolRow({ kind, form, part, at }: PartsProps & Readonly<{ part: SymbolPart; at: number }>) {
  const path = `design.symbols.${at}`
  const name = `code ${at + 1}`
  return (
    <fieldset className={classes.part} aria-label={`C${name.slice(1)}`}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label="Kind of code"
          flex={1}
          allowDeselect={false}
          data={labelSymbologiesOf(kind).map((value) => ({ value, label: symbologyWords[value] }))}
          {...form.getInputProps(`${path}.symbology`)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Take out ${name}`}
          onClick={() => form.removeListItem('design.symbols', at)}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {bearsIdentifiers(part.symbology) ? (
        <MultiSelect
          mt="xs"
          label="Holds, in this order"
          data={ofKind[kind].says.map((value) => ({ value, label: identifierWords[value] ?? value }))}
          {...form.getInputProps(`${path}.says`)}
        />
      ) : null}
      <Placing form={form} path={path}>
        <NumberInput
          label="Height"
          step={0.5}
          allowDecimal
          decimalScale={1}
          {...form.getInputProps(`${path}.height`)}
        />
      </Placing>
    </fieldset>
  )
}
