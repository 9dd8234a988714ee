/**
 * web/features/recalls/paste-notice.tsx — a notice as it came is pasted; what is here of what it names is proposed, and a person says what is meant.
 */
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { NoticeProposals, RecallPart, RecallScope } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

type Proposal = NoticeProposals['proposals'][number]
type PasteNoticeProps = Readonly<{ scope: RecallScope; onChange: (scope: RecallScope) => void }>

export function PasteNotice({ scope, onChange }: PasteNoticeProps) {
  const [open, { open: show, close }] = useDisclosure(false)
  const add = (parts: readonly RecallPart[]) => {
    const known = new Set(scope.parts.map((part) => JSON.stringify(part)))
    onChange({ ...scope, parts: [...scope.parts, ...parts.filter((part) => !known.has(JSON.stringify(part)))] })
    close()
  }
  return (
    <>
      <Button variant="subtle" leftSection={<IconClipboardText size={15} />} onClick={show}>
        Paste a notice
      </Button>
      {open ? <NoticeDialog onClose={close} onAdd={add} /> : null}
    </>
  )
}

type DialogProps = Readonly<{ onClose: () => void; onAdd: (parts: readonly RecallPart[]) => void }>

function NoticeDialog({ onClose, onAdd }: DialogProps) {
  const [text, setText] = useState('')
  const read = useWrite((asked: string) => answerOf(api.POST('/v1/trace/proposals', { body: { text: asked } })))
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    read.send(text.trim())
  }
  return (
    <Modal opened onClose={onClose} title="Paste a notice" size="lg">
      <Stack gap="md">
        <form onSubmit={send}>
          <Stack gap="sm">
            <Textarea
              label="The notice, as it came"
              description="Lots, dates, UPCs and serials in it are read, and looked for among yours"
              autosize
              minRows={3}
              maxRows={10}
              maxLength={20_000}
              data-autofocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <ProblemAlert problem={read.problem} />
            <Group>
              <Button type="submit" loading={read.sending} disabled={text.trim() === ''}>
                Read it
              </Button>
            </Group>
          </Stack>
        </form>
        {read.answer ? <Proposals key={JSON.stringify(read.answer)} of={read.answer} onAdd={onAdd} /> : null}
      </Stack>
    </Modal>
  )
}

const tones = { high: 'good', medium: 'soon', low: 'quiet' } as const
const sure = { high: 'sure', medium: 'likely', low: 'perhaps' } as const

function Proposals({ of, onAdd }: Readonly<{ of: NoticeProposals; onAdd: DialogProps['onAdd'] }>) {
  const { proposals } = of
  const [chosen, setChosen] = useState<readonly Proposal[]>(proposals.filter(({ confidence }) => confidence === 'high'))
  const turn = (proposal: Proposal) =>
    setChosen(chosen.includes(proposal) ? chosen.filter((one) => one !== proposal) : [...chosen, proposal])
  return (
    <Stack gap="sm" role="group" aria-label="What the notice names">
      <Doubts of={of} />
      {proposals.map((proposal) => (
        <Checkbox
          key={JSON.stringify(proposal.part)}
          label={
            <>
              {proposal.says} <Sign tone={tones[proposal.confidence]}>{sure[proposal.confidence]}</Sign>
            </>
          }
          description={`${proposal.because}.`}
          checked={chosen.includes(proposal)}
          onChange={() => turn(proposal)}
        />
      ))}
      {proposals.length === 0 ? (
        <Text>Nothing of yours is called what it names. Add what is meant by hand.</Text>
      ) : (
        <Group>
          <Button disabled={chosen.length === 0} onClick={() => onAdd(chosen.map(({ part }) => part as RecallPart))}>
            {chosen.length === 0 ? 'Choose what is meant' : `Mean ${countOf(chosen.length, 'of these', 'of these')}`}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** What a person has to decide, for the text does not. */
function Doubts({ of: { read, unmatched } }: { of: NoticeProposals }) {
  const says = [
    ...read.dates
      .filter(({ readings }) => readings.length > 1)
      .slice(0, 3)
      .map(({ text, readings }) => `${text} may be ${readings.map(isoDayInWords).join(' or ')}.`),
    ...(read.allLots ? ['It speaks of all lots.'] : []),
    ...(read.notCoded ? ['It says that the goods have no code.'] : []),
    ...(unmatched.length > 0
      ? [`Nothing of yours is called ${unmatched.slice(0, 20).join(', ')}${unmatched.length > 20 ? ' …' : ''}.`]
      : []),
  ]
  if (says.length === 0) return null
  return (
    <Text c="dimmed" fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {says.join(' ')}
    </Text>
  )
}
