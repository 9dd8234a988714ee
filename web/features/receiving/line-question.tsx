/**
 * web/features/receiving/line-question.tsx — a refusal that a person must answer, at the line it is about: what is
 * wrong, and one button for each thing that can be done.
 */

import { Alert, Button, Group, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Problem } from '../../api/problem.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { spokenAtLine } from '../../shared/spoken.ts'
import { CorrectKnownDate, type DateKind } from './correct-known-date.tsx'
import type { LineValues } from './receipt-values.ts'

export type Choice = Readonly<{
  label: string
  change: Partial<LineValues> | 'remove' | 'correct_date'
  again: boolean
}>

/** Which line a refusal speaks of, counted from 0; null where it is about none. */
export function lineOf({ facts }: Problem): number | null {
  const number = typeof facts.where === 'string' ? /^line (\d+)$/.exec(facts.where)?.[1] : undefined
  return number === undefined ? null : Number(number) - 1
}

/** The field of the line that holds the date in question; a use-by date is typed as the last day. */
const fieldOf = ({ kind }: Problem['facts']): 'producedOn' | 'bestBefore' | 'expiresOn' =>
  kind === 'produced' ? 'producedOn' : kind === 'best_before' ? 'bestBefore' : 'expiresOn'

const sendBack: Choice = { label: 'Send it back: take this line out', change: 'remove', again: false }

/** What can be done about it; empty where only the fields of the line can help. */
export function choicesFor({ code, facts }: Problem, line: LineValues): Choice[] {
  const known = (Array.isArray(facts.known) ? facts.known : [facts.known]).filter((one) => typeof one === 'string')
  switch (code) {
    case 'batch_looks_alike':
      return [
        ...known.map((batch): Choice => ({ label: `Use "${batch}"`, change: { batch }, again: true })),
        { label: 'It is a different batch', change: { batchIs: 'different' }, again: true },
      ]
    case 'batch_code_mistyped':
      return [{ label: `"${line.batch}" is right`, change: { batchIs: 'different' }, again: true }]
    case 'batch_supplier_differs':
      return [{ label: 'It is the same batch', change: { batchIs: 'same' }, again: true }, sendBack]
    case 'batch_dates_differ':
      return [
        { label: 'The label is right: correct the known date', change: 'correct_date', again: false },
        ...known.map(
          (day): Choice => ({
            label: `I misread it: it is ${isoDayInWords(day)}`,
            change: { [fieldOf(facts)]: day },
            again: true,
          }),
        ),
        { label: 'Give these units a code of their own', change: { batch: `${line.batch}-2` }, again: false },
        { label: 'Reject these units: take this line out', change: 'remove', again: false },
      ]
    case 'expired_on_arrival':
      return [{ label: 'Receive it as damaged', change: { condition: 'damaged', place: null }, again: true }, sendBack]
    case 'storage_forbids':
      return typeof facts.nearest === 'string'
        ? [{ label: `Put it at ${facts.nearest}`, change: { place: facts.nearest }, again: true }]
        : []
    case 'life_too_short':
      return [sendBack]
    default:
      return []
  }
}

type LineQuestionProps = Readonly<{
  problem: Problem
  line: LineValues
  onChoose: (choice: Choice) => void
  onCorrected: () => void
}>

export function LineQuestion({ problem, line, onChoose, onCorrected }: LineQuestionProps) {
  const [correcting, setCorrecting] = useState(false)
  const choices = choicesFor(problem, line)
  const choose = (choice: Choice) => (choice.change === 'correct_date' ? setCorrecting(true) : onChoose(choice))
  return (
    <Alert
      role="alert"
      my="sm"
      color="saffron"
      icon={<IconHelpCircle size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text fz="md">{spokenAtLine(problem.detail)}</Text>
      {choices.length > 0 && !correcting ? (
        <Group gap="xs" mt="sm">
          {choices.map((choice) => (
            <Button key={choice.label} size="xs" variant="default" onClick={() => choose(choice)}>
              {choice.label}
            </Button>
          ))}
        </Group>
      ) : null}
      {correcting ? (
        <CorrectKnownDate
          batchId={String(problem.facts.batchId)}
          kind={problem.facts.kind as DateKind}
          on={String(problem.facts.given)}
          onCorrected={onCorrected}
          onLeave={() => setCorrecting(false)}
        />
      ) : null}
    </Alert>
  )
}
