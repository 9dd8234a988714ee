/**
 * web/features/imports/upload-sheet.tsx — what a file is of is said, it is chosen or dropped, and sent as it is; the server reads it.
 */
import { Button, FileButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type ImportKind, importKinds, needsOf } from '#domain/imports/fields.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useMe } from '../../shared/use-me.ts'
import { useWrite } from '../../shared/use-write.ts'
import { ChooseSheet } from './choose-sheet.tsx'
import { kindWords } from './import-kind.ts'
import classes from './imports.module.css'

type Asked = Readonly<{ kind: ImportKind; file: File; reference: string; sheet: string | undefined; at: number }>

const sendFile = ({ kind, file, reference, sheet }: Asked, key: string) =>
  answerOf(
    api.POST('/v1/imports', {
      params: {
        query: {
          ...given({ sheet }),
          kind,
          name: file.name.slice(0, 200) || 'sheet.csv',
          reference,
          missing: 'ask',
        },
      },
      body: file as never, // the schema has its bytes as text
      bodySerializer: (body) => body,
      headers: { ...intent(key), 'content-type': 'application/octet-stream' },
    }),
  )

const openingStock = 'opening stock'

/** What the sheet is of stands in the address. */
export type KindChosen = Readonly<{ kind: ImportKind; onKind: (kind: ImportKind) => void }>

export function UploadSheet({ kind: wanted, onKind }: KindChosen) {
  const navigate = useNavigate()
  const { data: me } = useMe()
  const kinds = importKinds.filter((one) => me?.may.includes(needsOf[one]))
  const kind = kinds.includes(wanted) ? wanted : (kinds[0] ?? wanted)
  const [reference, setReference] = useState(openingStock)
  const { upload, asksFor, choose, busy } = useUpload((id) => void navigate({ to: '/imports/$id', params: { id } }))
  const send = (file: File | null | undefined) => {
    const named = reference.trim() || openingStock
    if (file) upload.send({ kind, file, reference: named, sheet: undefined, at: file.lastModified })
  }
  return (
    <Section title="Upload a sheet">
      <Stack gap="md">
        <Group gap="xs" align="end">
          <NativeSelect
            label="What it is of"
            value={kind}
            data={kinds.map((value) => ({ value, label: kindWords[value].many }))}
            onChange={(event) => onKind(event.currentTarget.value as ImportKind)}
          />
          <Template kind={kind} />
        </Group>
        <DropZone send={send} sending={upload.sending} label={`Sheet of ${kindWords[kind].many.toLowerCase()}`} />
        {asksFor ? <ChooseSheet key={asksFor.id} of={asksFor} busy={busy} onChoose={choose} /> : null}
        <ProblemAlert problem={upload.problem} />
        {kind === 'stock' ? (
          <div className={classes.asked}>
            <TextInput
              label="Reference"
              description="The same row under the same reference is imported once. Another count of the same stock needs another one."
              value={reference}
              maxLength={150}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          </div>
        ) : null}
      </Stack>
    </Section>
  )
}

/** Of a workbook with several sheets, one was read: another that is chosen is read in its place. */
function useUpload(onDone: (id: string) => void) {
  const [read, setRead] = useState<Readonly<{ asked: Asked; of: Import }> | null>(null)
  const abandon = useWrite(({ id }: Import, key) =>
    answerOf(api.DELETE('/v1/imports/{id}', { params: { path: { id } }, headers: intent(key) })),
  )
  const upload = useWrite(sendFile, (of, asked) => {
    if (of.sheets.length > 1 && asked.sheet === undefined) return setRead({ asked, of })
    // The one that was not meant goes where it can; until the other is read, somebody may go back to it.
    if (asked.sheet !== undefined && read?.of.state === 'judged') abandon.send(read.of)
    onDone(of.id)
  })
  const choose = (sheet: string) => {
    if (!read) return
    if (sheet === read.of.sheet) return onDone(read.of.id)
    upload.send({ ...read.asked, sheet })
  }
  return { upload, asksFor: read?.of ?? null, choose, busy: upload.sending || abandon.sending }
}

const Template = ({ kind }: Readonly<{ kind: ImportKind }>) => (
  <Button
    component="a"
    href={`/v1/import-template.csv?kind=${kind}`}
    download
    variant="default"
    leftSection={<IconDownload size={14} />}
  >
    Template
  </Button>
)

type DropZoneProps = Readonly<{ send: (file: File | null | undefined) => void; sending: boolean; label: string }>

function DropZone({ send, sending, label }: DropZoneProps) {
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: to drop a file is a shortcut of a mouse; the button within does the same
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        send(event.dataTransfer.files[0])
      }}
    >
      <FileButton
        accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"
        onChange={send}
        inputProps={{ 'aria-label': label }}
      >
        {(props) => (
          <Button leftSection={<IconFileImport size={16} />} loading={sending} {...props}>
            Choose a file
          </Button>
        )}
      </FileButton>
      <Text c="dimmed" fz="sm">
        or drop it here, as it is: Excel (XLSX) or CSV, up to 1,000,000 rows. Nothing is written yet.
      </Text>
    </div>
  )
}
