import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { answerOf, api, intent } from '../api/client.ts'
import type { LabelPrint } from '../api/types.ts'
import { useMay } from './may.tsx'
import { Sign } from './sign.tsx'
import { ProblemAlert } from './states.tsx'
import { useWrite } from './use-write.ts'

/** Opens the file of a print that waits, and takes it out of the queue: nobody else prints it too. */
export function OpenLabels({
  print: { id, number, format, state },
}: {
  print: Pick<LabelPrint, 'id' | 'number' | 'format' | 'state'>
}) {
  const may = useMay('print labels')
  const take = useWrite(
    (_: null, key) =>
      answerOf(api.POST('/v1/label-prints/{id}/taking', { params: { path: { id } }, body: {}, headers: intent(key) })),
    () => open(number, fileOf(id)),
  )
  const isTaken = state === 'printed' || take.answer !== null
  const what = format === 'pdf' ? 'Open the PDF' : 'Take the ZPL'
  if (isTaken)
    return (
      <Group gap="xs">
        <Sign tone="good">printed</Sign>
        <Button
          component="a"
          href={fileOf(id)}
          target="_blank"
          variant="subtle"
          size="compact-sm"
          aria-label={`File of ${number}`}
        >
          File
        </Button>
      </Group>
    )
  if (!may) return <Sign tone="soon">waits</Sign>
  return (
    <>
      <Button
        leftSection={<IconPrinter size={15} />}
        loading={take.sending}
        onClick={() => take.send(null)}
        aria-label={`${what}: ${number}`}
      >
        {what}
      </Button>
      <ProblemAlert problem={take.problem} oneLine />
    </>
  )
}

const fileOf = (id: string) => `/v1/label-prints/${id}/file`

/** As a link that somebody follows: a window that a program opens is often kept from opening. */
function open(name: string, href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.title = name
  link.click()
}
