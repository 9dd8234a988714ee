/**
 * web/features/identifying/candidate-fields.tsx — the batches that goods without batch may be of, one a line.
 */
import { Button, Checkbox, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { DayInput } from '../../shared/day-input.tsx'
import { RemoveLine } from '../../shared/form-lines.tsx'
import { ScanInput } from '../../shared/scan-input.tsx'
import classes from './identifying.module.css'
import { type CandidateValues, emptyCandidate } from './track-values.ts'

type CandidateFieldsProps = Readonly<{
  lines: readonly CandidateValues[]
  onLines: (lines: readonly CandidateValues[]) => void
  openToAny: boolean
  onOpenToAny: (open: boolean) => void
}>

export function CandidateFields({ lines, onLines, openToAny, onOpenToAny }: CandidateFieldsProps) {
  const change = (key: string, part: Partial<CandidateValues>) =>
    onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <Stack gap="xs" component="fieldset" className={classes.candidates}>
      <legend className={classes.legend}>Batches that it may be of</legend>
      {lines.map(({ key, batch, expiresOn }, index) => (
        <div key={key} className={classes.candidate}>
          <ScanInput
            label={`Candidate ${index + 1}`}
            placeholder="Batch code"
            value={batch}
            onScan={(text) => change(key, { batch: text })}
          />
          <DayInput
            label="Its last day"
            value={expiresOn}
            onChange={(day) => change(key, { expiresOn: day })}
            disabled={batch.trim() === ''}
          />
          <RemoveLine isLast={lines.length === 1} onRemove={() => onLines(lines.filter((line) => line.key !== key))} />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'start' }}
        leftSection={<IconPlus size={14} />}
        onClick={() => onLines([...lines, emptyCandidate()])}
      >
        One more batch
      </Button>
      <Checkbox
        label="It may be of other batches as well"
        checked={openToAny}
        onChange={({ currentTarget }) => onOpenToAny(currentTarget.checked)}
      />
    </Stack>
  )
}
