/**
 * web/features/closing/paperwork.tsx — what others ask for: status reports, the consignee spreadsheet, and at the end the closing file.
 */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { ClosingFile, StatusReport } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May, useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useRecallState } from '../../shared/use-recall-state.ts'
import { useWrite } from '../../shared/use-write.ts'

/** Of one that was started. */
export function Paperwork({ recallRef }: { recallRef: string }) {
  const { state, id } = useRecallState(recallRef)
  if (state !== 'running' && state !== 'ended') return null
  return (
    <Section title="Reports" aside={<Sheets id={id} />}>
      <Stack gap="lg">
        <Reports id={id} />
        {state === 'ended' ? <Files id={id} /> : null}
      </Stack>
    </Section>
  )
}

const Sheets = ({ id }: { id: string }) => (
  <May to="see contacts">
    {(['xlsx', 'csv'] as const).map((ending) => (
      <Button
        key={ending}
        component="a"
        href={`/v1/recalls/${id}/consignees.${ending}`}
        download
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} />}
      >
        {`Consignees, ${ending.toUpperCase()}`}
      </Button>
    ))}
  </May>
)

const reportColumns = (id: string): readonly Column<StatusReport>[] => [
  {
    title: 'Report',
    cell: ({ number }) => (
      <a href={`/v1/recalls/${id}/status-report.pdf?number=${number}`} target="_blank" rel="noreferrer">
        {`Status report ${number}`}
      </a>
    ),
  },
  {
    title: 'Made',
    cell: ({ madeAt, madeBy }) => (
      <>
        <InstantText at={madeAt} />, {madeBy}
      </>
    ),
  },
  {
    title: 'Notified',
    cell: ({ facts }) => `${quantityText(facts.notified.count)} of ${quantityText(facts.consignees)}`,
    end: true,
  },
  { title: 'Responded', cell: ({ facts }) => quantityText(facts.responded.count), end: true },
  {
    title: 'Accounted for',
    cell: ({ facts }) => `${quantityText(facts.accounted)} of ${quantityText(facts.units.distributed)}`,
    end: true,
  },
  {
    title: 'Checks passed',
    cell: ({ facts: { checks } }) => (checks.passRate === null ? '–' : `${checks.passRate} %`),
    end: true,
    deskOnly: true,
  },
  { title: 'Done by', cell: ({ doneOn }) => <DateText day={doneOn} none="–" />, deskOnly: true },
]

function Reports({ id }: { id: string }) {
  const may = useMay('recall')
  const found = useQuery({
    queryKey: ['recall', id, 'reports'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/reports', { params: { path: { ref: id } } })),
  })
  return (
    <Loaded of={found} rows={3}>
      {({ items }) => (
        <>
          {items.length > 0 ? (
            <Rows
              label="Status reports"
              rows={items}
              columns={reportColumns(id)}
              keyOf={({ number }) => String(number)}
            />
          ) : (
            <Text c="dimmed">
              A status report keeps the six things that a regulator asks for as they are at that moment: who was
              notified, who answered, who did not, what came back, what the checks found, and when it will be done.
            </Text>
          )}
          {may ? <NewReport id={id} /> : null}
        </>
      )}
    </Loaded>
  )
}

function NewReport({ id }: { id: string }) {
  const [doneOn, setDoneOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const make = useWrite(
    (body: { doneOn?: string; note?: string }, key) =>
      answerOf(api.POST('/v1/recalls/{id}/reports', { params: { path: { id } }, body, headers: intent(key) })),
    () => setNote(''),
  )
  const body = given({ doneOn: doneOn ?? undefined, note: note.trim() === '' ? undefined : note.trim() })
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <DayInput label="Will be done by" clearable value={doneOn} onChange={setDoneOn} />
        <Textarea
          label="Note on the report"
          autosize
          minRows={1}
          maxLength={4000}
          style={{ flex: '1 1 220px' }}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button variant="default" loading={make.sending} onClick={() => make.send(body)}>
          Make a status report
        </Button>
      </Group>
      <ProblemAlert problem={make.problem} />
    </Stack>
  )
}

const fileColumns: readonly Column<ClosingFile>[] = [
  { title: 'Closing file', cell: ({ number }) => String(number) },
  {
    title: 'Made',
    cell: ({ madeAt, madeBy }) => (
      <>
        <InstantText at={madeAt} />, {madeBy}
      </>
    ),
  },
  {
    title: 'SHA-256',
    cell: ({ sha256 }) => (
      <Text ff="monospace" fz="xs" style={{ overflowWrap: 'anywhere' }}>
        {sha256}
      </Text>
    ),
  },
]

function Files({ id }: { id: string }) {
  const may = useMay('recall')
  const found = useQuery({
    queryKey: ['recall', id, 'closing-files'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/closing-files', { params: { path: { ref: id } } })),
  })
  const make = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/recalls/{id}/closing-files', { params: { path: { id } }, body: {}, headers: intent(key) })),
  )
  return (
    <Loaded of={found} rows={2}>
      {({ items }) => (
        <Stack gap="sm">
          <Text c="dimmed">
            The closing file is made at the end: a PDF, a workbook, and the evidence with a hash of each part. Made
            again of the same facts, it is the same. It holds no name and no address.
          </Text>
          {items.length > 0 ? (
            <Rows label="Closing files" rows={items} columns={fileColumns} keyOf={({ number }) => String(number)} />
          ) : null}
          <Group>
            {items.length > 0 ? (
              <Button
                component="a"
                href={`/v1/recalls/${id}/closing-file.zip`}
                download
                leftSection={<IconDownload size={15} />}
              >
                Closing file
              </Button>
            ) : null}
            {may ? (
              <Button variant="default" loading={make.sending} onClick={() => make.send(null)}>
                {items.length > 0 ? 'Make it again' : 'Make it'}
              </Button>
            ) : null}
          </Group>
          <ProblemAlert problem={make.problem} />
        </Stack>
      )}
    </Loaded>
  )
}
