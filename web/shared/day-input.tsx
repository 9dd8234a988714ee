/**
 * web/shared/day-input.tsx — a calendar date, typed as it stands on the label: 2026-12-31, 31.12.2026, 31 Dec 2026 or 261231
 * (GS1). What was typed stays until it is a day; where it could be two, the person says which.
 */
import { ActionIcon, Anchor, CloseButton, Group, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { isoDayInWords } from './date-text.tsx'
import { readDay } from './read-day.ts'
import { useComplaint } from './use-complaint.ts'

type DayInputProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'rightSection'> &
  Readonly<{ value?: string | null; onChange?: (day: string | null) => void; clearable?: boolean }>

/** Its value is `YYYY-MM-DD`, or null for as long as no day is named. */
export function DayInput({ value = null, onChange, onBlur, clearable, error, ...props }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const own = typed === null ? null : readDay(typed)
  // Set from outside meanwhile: that is the newer word.
  const kept = own !== null && (value === null || (own.kind === 'day' && own.day === value)) ? own : null
  const complaint = useComplaint(kept?.kind === 'which' || kept?.kind === 'unreadable' ? kept.says : null)
  const choose = (day: string | null) => {
    setTyped(null)
    onChange?.(day)
  }
  const type = (text: string) => {
    const read = readDay(text)
    setTyped(text)
    complaint.typing()
    onChange?.(read.kind === 'day' ? read.day : null)
  }
  return (
    <TextInput
      placeholder="YYYY-MM-DD"
      autoComplete="off"
      spellCheck={false}
      {...props}
      {...complaint.props}
      value={(kept === null ? value : typed) ?? ''}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        complaint.props.onBlur(event)
        if (kept?.kind === 'day' || kept?.kind === 'none') setTyped(null)
        onBlur?.(event)
      }}
      error={complaint.shown === null ? error : <Complaint says={complaint.shown} read={kept} onChoose={choose} />}
      rightSection={
        clearable && value !== null ? (
          <CloseButton size="sm" aria-label="Clear the day" onClick={() => choose(null)} />
        ) : (
          <Calendar day={value} disabled={props.disabled ?? false} onChoose={choose} />
        )
      }
    />
  )
}

type ComplaintProps = Readonly<{
  says: string
  read: ReturnType<typeof readDay> | null
  onChoose: (day: string) => void
}>

function Complaint({ says, read, onChoose }: ComplaintProps) {
  if (read?.kind !== 'which') return says
  return (
    <>
      {says}
      <Group component="span" gap="0 12px" mt={2}>
        {read.days.map((day) => (
          <Anchor key={day} component="button" type="button" fz="sm" fw={550} onClick={() => onChoose(day)}>
            {isoDayInWords(day)}
          </Anchor>
        ))}
      </Group>
    </>
  )
}

type CalendarProps = Readonly<{ day: string | null; disabled: boolean; onChoose: (day: string | null) => void }>

/** Opened only when asked for, so that it covers no other field. */
function Calendar({ day, disabled, onChoose }: CalendarProps) {
  const [opened, { toggle, close }] = useDisclosure(false)
  return (
    <Popover opened={opened} onChange={close} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size="sm" tabIndex={-1} disabled={disabled} aria-label="Open the calendar" onClick={toggle}>
          <IconCalendar size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={day}
          {...(day === null ? {} : { defaultDate: day })}
          firstDayOfWeek={1}
          weekendDays={[]}
          hideOutsideDates
          onChange={(chosen) => {
            onChoose(chosen)
            close()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
