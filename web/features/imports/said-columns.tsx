/**
 * web/features/imports/said-columns.tsx — which column of the file says what: as it was guessed, with values to judge it by, and changed where it is wrong.
 */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Field, fieldsOf } from '#domain/imports/fields.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { type DayStyle, DaysOf, unknownDays } from './days-of.tsx'
import classes from './imports.module.css'

type FileColumn = Import['columns'][number]
type Chosen = Readonly<{ field: string; days: DayStyle | null }>
type Said = Readonly<{ columns: readonly Chosen[]; fixed: Readonly<Record<string, string>> }>

const saidIn = ({ columns, fixed }: Import): Said => ({
  columns: columns.map(({ field, days }) => ({ field: field ?? '', days })),
  fixed,
})

function useSaying({ id }: Import) {
  return useWrite(({ columns, fixed }: Said, key) => {
    const named = columns.flatMap(({ field, days }, at) =>
      field === '' ? [] : [{ at, field, ...(days ? { days } : {}) }],
    )
    const filled = Object.fromEntries(Object.entries(fixed).filter(([, value]) => value.trim() !== ''))
    return answerOf(
      api.PUT('/v1/imports/{id}/columns', {
        params: { path: { id } },
        body: { columns: named, fixed: filled },
        headers: intent(key),
      }),
    )
  })
}

type SaidColumnsProps = Readonly<{ of: Import; may: boolean }>

/** Open where somebody has to say something; else what is known is told in short. */
export function SaidColumns({ of, may }: SaidColumnsProps) {
  const [open, setOpen] = useState(isAsked(of))
  return (
    <Section title="What the columns say" aside={<Origin of={of} />}>
      {open ? (
        <Columns of={of} may={may} />
      ) : (
        <Stack gap="sm">
          <InShort of={of} />
          <Group>
            <Button variant="default" size="xs" onClick={() => setOpen(true)}>
              {may ? 'Change' : 'Show'}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  )
}

/** Something that nothing in the file tells. */
export const isAsked = ({ state, columns, missing }: Import): boolean =>
  state === 'judged' && (missing.length > 0 || columns.some(({ asks }) => asks.length > 0))

const wordsFor = ({ kind }: Import, name: string): string =>
  fieldsOf[kind].find((field) => field.name === name)?.says ?? name

function InShort({ of }: Readonly<{ of: Import }>) {
  const said = of.columns.flatMap(({ name, field }) => (field === null ? [] : [[name, wordsFor(of, field)]]))
  const fixed = Object.entries(of.fixed).map(([field, value]) => [value, `${wordsFor(of, field)}, in all rows`])
  return (
    <ul className={classes.short} aria-label="Columns in short">
      {[...said, ...fixed].map(([name, says]) => (
        <li key={says} className={classes.cell}>
          <strong>{name}</strong> <span>is {says}</span>
        </li>
      ))}
    </ul>
  )
}

function Columns({ of, may }: SaidColumnsProps) {
  const [said, setSaid] = useState<Said>(saidIn(of))
  const save = useSaying(of)
  const fields = fieldsOf[of.kind]
  const isChanged = JSON.stringify(said) !== JSON.stringify(saidIn(of))
  const choose = (at: number, chosen: Chosen) =>
    setSaid({
      ...said,
      // What is chosen here is no longer said by another column.
      columns: said.columns.map((one, index) => {
        if (index === at) return chosen
        return one.field === chosen.field ? { field: '', days: null } : one
      }),
    })
  return (
    <Stack gap="md">
      <ul className={classes.columns} aria-label="Columns of the file">
        {of.columns.map((column, at) => (
          <OneColumn
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file stay where they are, and may have the same name
            key={at}
            column={column}
            fields={fields}
            chosen={said.columns[at] ?? { field: '', days: null }}
            choose={may ? (chosen) => choose(at, chosen) : null}
          />
        ))}
      </ul>
      <ForAllRows fields={fields} said={said} may={may} onSay={(fixed) => setSaid({ ...said, fixed })} />
      <ProblemAlert problem={save.problem} />
      {may ? (
        <Group gap="xs">
          <Button onClick={() => save.send(said)} loading={save.sending} disabled={!isChanged}>
            Read it so
          </Button>
          <Text fz="sm" c="dimmed">
            All rows are checked again, and the next file with these columns is read alike.
          </Text>
        </Group>
      ) : null}
    </Stack>
  )
}

function Origin({ of: { saidBy, saidAt } }: Readonly<{ of: Import }>) {
  if (saidBy === null || saidAt === null) return <Sign tone="quiet">guessed by their names</Sign>
  return (
    <Text fz="sm" c="dimmed">
      as {saidBy} said, <InstantText at={saidAt} />
    </Text>
  )
}

const languages: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
}

function whyOf({ because, field }: FileColumn, chosen: string): string | null {
  if (field === null || field !== chosen || because === null || because === 'name') return null
  const language = languages[because]
  return language === undefined ? null : `its name, in ${language}`
}

type OneColumnProps = Readonly<{
  column: FileColumn
  fields: readonly Field[]
  chosen: Chosen
  choose: ((chosen: Chosen) => void) | null
}>

function OneColumn({ column, fields, chosen, choose }: OneColumnProps) {
  const { name, samples, filled, asks } = column
  const isDay = fields.some((field) => field.name === chosen.field && field.isDay)
  const says = [
    { value: '', label: 'Nothing here' },
    ...fields.map((field) => ({ value: field.name, label: field.says })),
  ]
  const pick = (field: string) =>
    choose?.({ field, days: fields.some((one) => one.name === field && one.isDay) ? chosen.days : null })
  return (
    <li className={classes.column}>
      <div className={classes.cell}>
        <strong>{name === '' ? 'No name' : name}</strong>
        <Text fz="sm" c="dimmed">
          {filled === 0 ? 'empty' : samples.join(' · ')}
        </Text>
      </div>
      <NativeSelect
        aria-label={`${name || 'Column without a name'} says`}
        description={whyOf(column, chosen.field)}
        value={chosen.field}
        data={says}
        disabled={choose === null}
        onChange={(event) => pick(event.currentTarget.value)}
      />
      {isDay ? (
        <DaysOf
          column={name}
          asks={column.field === chosen.field ? asks : []}
          days={chosen.days ?? unknownDays}
          onSay={choose ? (days) => choose({ ...chosen, days }) : null}
        />
      ) : null}
    </li>
  )
}

type ForAllRowsProps = Readonly<{
  fields: readonly Field[]
  said: Said
  may: boolean
  onSay: (fixed: Said['fixed']) => void
}>

/** Of what no column says: the needed ones, those that go with a cost, and what was said before. */
function ForAllRows({ fields, said: { columns, fixed }, may, onSay }: ForAllRowsProps) {
  const isSaid = (name: string) => columns.some(({ field }) => field === name)
  const hasCost = isSaid('cost') || isSaid('unit_cost')
  const shown = fields.filter(
    ({ name, isFixable, isNeeded }) =>
      isFixable && !isSaid(name) && (isNeeded || name in fixed || (name === 'currency' && hasCost)),
  )
  const missing = fields.filter(({ name, isNeeded, isFixable }) => isNeeded && !isFixable && !isSaid(name))
  return (
    <>
      {missing.length > 0 ? (
        <Text fz="sm" role="status">
          No column says: {missing.map(({ says }) => says).join(', ')}. Choose it above.
        </Text>
      ) : null}
      <div className={classes.asked}>
        {shown.map(({ name, says }) => (
          <TextInput
            key={name}
            label={`${says}, the same for all rows`}
            value={fixed[name] ?? ''}
            disabled={!may}
            onChange={(event) => onSay({ ...fixed, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
    </>
  )
}
