import { Button, Group, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useState } from 'react'
import type { BatchDetail, DateKind, RepairAsk } from '../../api/types.ts'
import { dateKindWords } from '../../shared/date-kinds.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { May } from '../../shared/may.tsx'
import { RepairDialog } from './repair-dialog.tsx'

const standingOn = (batch: BatchDetail, kind: DateKind): string | null =>
  batch.dates.find((date) => date.stands && date.kind === kind)?.on ?? null

type CorrectDateProps = Readonly<{ batch: BatchDetail; onClose: () => void }>

/** Begins with what is most often meant: the last day, as it stands. */
export function CorrectDate({ batch, onClose }: CorrectDateProps) {
  const [kind, setKind] = useState<DateKind>(
    () => batch.dates.find((date) => date.stands && date.kind !== 'produced')?.kind ?? 'expiry',
  )
  const known = standingOn(batch, kind)
  const [on, setOn] = useState<string | null>(known)
  const [otherYear, setOtherYear] = useState(false)
  const ask: RepairAsk | null =
    on === null || on === known
      ? null
      : { kind: 'date', batch: batch.id, date: kind, on, ...(otherYear ? { otherYear } : {}) }
  const change = (next: string | null) => {
    setOn(next)
    setOtherYear(false)
  }
  return (
    <RepairDialog
      title={known === null ? `Record a date of batch ${batch.code}` : `Correct a date of batch ${batch.code}`}
      ask={ask}
      confirmation={{
        code: 'date_other_year',
        label: 'The year is right',
        checked: otherYear,
        onCheck: setOtherYear,
      }}
      {...(known === null ? { firstReason: 'read from the label' } : {})}
      confirm={known === null ? 'Record' : 'Correct'}
      onClose={onClose}
    >
      <Group grow align="flex-start">
        <Select
          label="Date"
          data={Object.entries(dateKindWords).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={kind}
          onChange={(next) => {
            setKind(next as DateKind)
            change(standingOn(batch, next as DateKind))
          }}
        />
        <DayInput label="Day" required data-autofocus value={on} onChange={change} />
      </Group>
    </RepairDialog>
  )
}

/** Beside the dates of a batch. */
export function CorrectDateButton({ batch }: { batch: BatchDetail }) {
  const [opened, { open, close }] = useDisclosure(false)
  if (batch.mergedIntoId !== null) return null
  return (
    <May to="correct batches">
      <Button size="xs" variant="default" leftSection={<IconCalendarEvent size={14} />} onClick={open}>
        Record or correct a date
      </Button>
      {opened ? <CorrectDate batch={batch} onClose={close} /> : null}
    </May>
  )
}
