/**
 * web/features/notices/answer-form.tsx — how many there are and what became of them, with a name and, where there is one, a photo.
 */
import { Alert, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import type { AnswerPageContent } from '../../api/types.ts'
import { type PackedFile, packFile } from '../../shared/keep-file.ts'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { AnswerWords } from './answer-words.ts'
import { linesOf, type SaidOf, UnitsFields } from './units-fields.tsx'

const photosMax = 3
type FormProps = Readonly<{ token: string; of: AnswerPageContent; words: AnswerWords }>

export function AnswerForm(props: FormProps) {
  const [isSent, setSent] = useState(false)
  const { words, of } = props
  const [last, setLast] = useState<Last>({ said: saidBefore(of), name: '' })
  if (isSent)
    return (
      <Alert color="leaf" role="status" title={words.thanks}>
        <Button mt="xs" variant="default" onClick={() => setSent(false)}>
          {words.again}
        </Button>
      </Alert>
    )
  return (
    <>
      <div>
        <Title order={2} fz="lg">
          {words.howMany}
        </Title>
        <Text c="dimmed" fz="sm">
          {words.hint}
        </Text>
      </div>
      {of.last ? <Text>{words.answered(new Date(of.last.at).toLocaleDateString(of.language))}</Text> : null}
      <Fields
        {...props}
        last={last}
        onSent={(sent) => {
          setLast(sent)
          setSent(true)
        }}
      />
    </>
  )
}

/** Whoever answers again changes what was said: the last answer stands alone. */
type Last = Readonly<{ said: SaidOf; name: string }>

const saidBefore = ({ last }: AnswerPageContent): SaidOf =>
  Object.fromEntries((last?.lines ?? []).map(({ batchId, ...said }) => [batchId, said]))

type FieldsProps = FormProps & Readonly<{ last: Last; onSent: (sent: Last) => void }>

function Fields({ token, of, words, last, onSent }: FieldsProps) {
  const [said, setSaid] = useState(last.said)
  const [name, setName] = useState(last.name)
  const [remark, setRemark] = useState('')
  const [photos, setPhotos] = useState<readonly PackedFile[]>([])
  const send = useWrite(
    async (_: null, id) => {
      if (Object.keys(said).length === 0) throw wrong(words.nothing)
      const written = { signedBy: name.trim(), remark: remark.trim() || null }
      const body = { token, id, lines: linesOf(of.items, said), ...written, proofs: [...photos] }
      return answerOf(api.POST('/v1/answers', { body }))
    },
    () => onSent({ said, name }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send.send(null)
      }}
    >
      <UnitsFields items={of.items} said={said} onSaid={setSaid} words={words} />
      <Stack gap="md">
        <TextInput
          label={words.name}
          required
          maxLength={200}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={words.remark}
          autosize
          minRows={2}
          maxLength={2000}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        <Photo words={words} photos={photos} onAdd={(photo) => setPhotos([...photos, photo])} />
        <ProblemAlert problem={send.problem} />
        <Button type="submit" size="lg" fullWidth loading={send.sending}>
          {words.send}
        </Button>
      </Stack>
    </form>
  )
}

type PhotoProps = Readonly<{ words: AnswerWords; photos: readonly PackedFile[]; onAdd: (photo: PackedFile) => void }>

function Photo({ words, photos, onAdd }: PhotoProps) {
  const input = useRef<HTMLInputElement>(null)
  const pack = useWrite((file: File) => packFile(file), onAdd)
  return (
    <Group gap="sm">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.photo}
        accept="image/*,application/pdf"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) pack.send(file)
          currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        leftSection={<IconCamera size={16} />}
        disabled={photos.length >= photosMax}
        loading={pack.sending}
        onClick={() => input.current?.click()}
      >
        {words.photo}
      </Button>
      {photos.length > 0 ? <Text fz="sm">{words.photos(photos.length)}</Text> : null}
      <ProblemAlert problem={pack.problem} />
    </Group>
  )
}

const wrong = (detail: string) => new Problem({ code: 'invalid_input', status: 422, detail, facts: {}, requestId: '' })
