/**
 * web/features/imports/mend-row.tsx — a wrong row, mended where it stands: its cells that are complained of, or all of them. Enter saves, and goes on
 * to the next row.
 */
import { Button, Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Import, ImportedRow } from '../../api/types.ts'
import { spoken } from '../../shared/spoken.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './imports.module.css'

type MendRowProps = Readonly<{ of: Import; row: ImportedRow }>

/** By the place of their cell; of what no cell can be blamed for, `elsewhere`. */
function complaintsOf({ columns }: Import, { problems }: ImportedRow) {
  const at = new Map<number, string[]>()
  const elsewhere: string[] = []
  for (const { column, message } of problems) {
    const place = columns.findIndex(({ field }) => field !== null && field === column)
    if (place < 0) elsewhere.push(`${column} ${message}`.trim())
    else at.set(place, [...(at.get(place) ?? []), message])
  }
  return { at, elsewhere }
}

type MendCellProps = Readonly<{
  name: string
  value: string
  complaints: readonly string[]
  onType: (value: string) => void
}>

const MendCell = ({ name, value, complaints, onType }: MendCellProps) => (
  <TextInput
    label={name}
    size="sm"
    value={value}
    error={complaints.map(spoken).join(' ') || undefined}
    onChange={(event) => onType(event.currentTarget.value)}
    enterKeyHint="next"
    autoComplete="off"
    data-mend
  />
)

function useMending(of: Import, row: ImportedRow, onDone: () => void) {
  const path = { id: of.id, lineNo: row.lineNo }
  return useWrite(
    (cells: string[], key) =>
      answerOf(api.PUT('/v1/imports/{id}/rows/{lineNo}', { params: { path }, body: { cells }, headers: intent(key) })),
    onDone,
  )
}

export function MendRow({ of, row }: MendRowProps) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [all, setAll] = useState(false)
  const save = useMending(of, row, () => setTyped({}))
  const { at, elsewhere } = complaintsOf(of, row)
  const says = of.header.map((name, place) => ({ name, place, ignored: (of.columns[place]?.field ?? null) === null }))
  const shown = says.filter(({ place, ignored }) => at.has(place) || (all && !ignored))
  const valueAt = (place: number) => typed[place] ?? row.cells[place] ?? ''
  const isChanged = says.some(({ place }) => valueAt(place) !== (row.cells[place] ?? ''))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isChanged) save.send(of.header.map((_, place) => valueAt(place)))
    goOn(event.currentTarget)
  }
  return (
    <form onSubmit={submit} className={classes.mend} aria-label={`Mend line ${row.lineNo}`}>
      {elsewhere.map((message) => (
        <Text key={message} fz="sm" className={classes.whole}>
          {spoken(message)}
        </Text>
      ))}
      {shown.map(({ name, place }) => (
        <MendCell
          key={place}
          name={name}
          value={valueAt(place)}
          complaints={at.get(place) ?? []}
          onType={(value) => setTyped({ ...typed, [place]: value })}
        />
      ))}
      <Group gap="xs" className={classes.keys}>
        <Button type="submit" size="sm" loading={save.sending} disabled={!isChanged}>
          Save
        </Button>
        {all ? null : (
          <Button size="sm" variant="subtle" onClick={() => setAll(true)}>
            All cells
          </Button>
        )}
      </Group>
      {save.problem ? (
        <div className={classes.whole}>
          <ProblemAlert problem={save.problem} />
        </div>
      ) : null}
    </form>
  )
}

/** As in a spreadsheet: to the first cell below. */
function goOn(form: HTMLFormElement): void {
  const below = form.closest('tr')?.nextElementSibling
  below?.querySelector<HTMLInputElement>('input[data-mend]')?.focus()
}
