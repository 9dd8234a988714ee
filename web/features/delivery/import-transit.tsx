/**
 * web/features/delivery/import-transit.tsx — transit times from a file or a spreadsheet: read as it is typed, each wrong row told
 * at its line, and nothing sent while one is wrong.
 */
import { Button, FileButton, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { type LineProblem, transitColumns } from '#domain/transit-sheet.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { PutBody } from '../../api/types.ts'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { Rows } from '../../shared/listing.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { spoken } from '../../shared/spoken.ts'
import { useWrite } from '../../shared/use-write.ts'
import { useSheet } from './use-sheet.ts'

type Body = PutBody<'/v1/transit-times'>
const example = `${transitColumns.join(',')}\nGROUND,,US,,4\nGROUND,CHI,US,606,2,30,590`

export function ImportTransit({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [way, setWay] = useState('add')
  const put = useWrite(
    (body: Body, key) => answerOf(api.PUT('/v1/transit-times', { body, headers: intent(key) })),
    ({ written }) => {
      notifications.show({ message: `${countOf(written, 'row')} written.`, color: 'leaf' })
      onClose()
    },
  )
  const { rows, problems, elsewhere } = useSheet(text, put.problem)
  const change = (next: string) => {
    put.forget()
    setText(next)
  }
  return (
    <Modal opened onClose={onClose} title="Import transit times" size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          put.send({ replace: way === 'replace', rows: [...rows] })
        }}
      >
        <Stack gap="md">
          <SheetInput text={text} onChange={change} />
          <WhatIsRead count={rows.length} problems={problems} text={text} />
          <Radio.Group label="What is to become of the table" value={way} onChange={setWay}>
            <Stack gap={6} mt={6}>
              <Radio value="add" label="Add to the table: rows for the same way take the place of those there are" />
              <Radio value="replace" label="Replace the whole table: rows that are not here are gone" />
            </Stack>
          </Radio.Group>
          <DialogFoot
            problem={elsewhere}
            onLeave={onClose}
            sending={put.sending}
            disabled={problems.length > 0 || rows.length === 0}
          >
            {rows.length === 0 ? 'Import' : `Import ${countOf(rows.length, 'row')}`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

type SheetInputProps = Readonly<{ text: string; onChange: (text: string) => void }>

function SheetInput({ text, onChange }: SheetInputProps) {
  return (
    <Stack gap="xs">
      <Group>
        <FileButton
          accept=".csv,text/csv,text/plain"
          onChange={(file) => void file?.text().then(onChange)}
          inputProps={{ 'aria-label': 'File of transit times' }}
        >
          {(props) => (
            <Button size="xs" variant="default" leftSection={<IconFileImport size={14} />} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Text fz="sm" c="dimmed">
          or paste it below. Only transitDays is needed; what is empty holds for any, or is not known. parcelCost is in
          cents.
        </Text>
      </Group>
      <Textarea
        label="Rows"
        placeholder={example}
        autosize
        minRows={6}
        maxRows={14}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Stack>
  )
}

type WhatIsReadProps = Readonly<{ count: number; problems: readonly LineProblem[]; text: string }>
const problemsMax = 50

function WhatIsRead({ count, problems, text }: WhatIsReadProps) {
  if (text.trim() === '') return null
  const lines = text.split(/\r\n|\r|\n/)
  return (
    <div role="status" aria-label="What was read">
      <Text fz="sm">
        {problems.length > 0
          ? `${countOf(problems.length, 'row')} cannot be read; ${countOf(count, 'row')} can. Nothing is written until all can.`
          : `${countOf(count, 'row')} can be read.`}
      </Text>
      {problems.length === 0 ? null : (
        <Rows
          label="Rows that cannot be read"
          rows={problems.slice(0, problemsMax)}
          keyOf={({ lineNo, message }) => `${lineNo} ${message}`}
          columns={[
            { title: 'Line', cell: ({ lineNo }) => <span style={{ whiteSpace: 'nowrap' }}>Line {lineNo}</span> },
            { title: 'Row', cell: ({ lineNo }) => <code>{lines[lineNo - 1]}</code> },
            { title: 'What is wrong', cell: ({ message }) => spoken(message) },
          ]}
        />
      )}
    </div>
  )
}
