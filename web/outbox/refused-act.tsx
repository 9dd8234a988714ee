/**
 * web/outbox/refused-act.tsx — what was done without network and the server did not accept: its words, and the three ways out.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { DialogFoot } from '../shared/dialog-foot.tsx'
import { newKey } from '../shared/new-key.ts'
import { QuantityInput } from '../shared/quantity-input.tsx'
import { ReasonModal } from '../shared/reason-modal.tsx'
import { Sign } from '../shared/sign.tsx'
import { type DeedAct, deedWords, type PickDeed } from './deeds.ts'
import classes from './outbox.module.css'
import { useOutbox } from './use-outbox.tsx'

export const RefusedActs = ({ acts }: { acts: readonly DeedAct[] }) =>
  acts.map((act) => <RefusedAct key={act.id} act={act} />)

function RefusedAct({ act: { id, deed, refused } }: { act: DeedAct }) {
  const outbox = useOutbox()
  return (
    <section className={classes.refused} aria-label={`Not accepted: ${deedWords(deed)}`}>
      <Sign tone="bad" icon={<IconAlertTriangle />}>
        Not accepted
      </Sign>
      <Text fz="lg" fw={600}>
        {deedWords(deed)}
      </Text>
      <Text mb="sm">{refused}</Text>
      <Group gap="sm">
        <Button size="md" variant="default" onClick={() => void outbox?.settle({ kind: 'again', id })}>
          Try again
        </Button>
        {deed.kind === 'pick' ? (
          <PickWays id={id} deed={deed} refusal={refused ?? ''} />
        ) : (
          <Button size="md" variant="default" onClick={() => void outbox?.settle({ kind: 'forgotten', id })}>
            Forget it
          </Button>
        )}
      </Group>
    </section>
  )
}

type PickWaysProps = Readonly<{ id: string; deed: PickDeed; refusal: string }>

function PickWays({ id, deed, refusal }: PickWaysProps) {
  const outbox = useOutbox()
  const [changing, change] = useDisclosure(false)
  const [leaving, leave] = useDisclosure(false)
  const replaceBy = (by: DeedAct['deed']) =>
    void outbox?.settle({ kind: 'replaced', id, by: { id: newKey(), deed: by } })
  const giveUp = (reason: string) =>
    replaceBy({ kind: 'give_up', wave: deed.wave, body: { pick: deedWords(deed), refusal, reason } })
  return (
    <>
      <Button size="md" variant="default" onClick={change.open}>
        Change how many
      </Button>
      <Button size="md" color="brick" onClick={leave.open}>
        Give it up
      </Button>
      {changing ? (
        <HowMany
          deed={deed}
          onClose={change.close}
          onChosen={(quantity) => replaceBy({ ...deed, body: { ...deed.body, quantity } })}
        />
      ) : null}
      <ReasonModal
        opened={leaving}
        onClose={leave.close}
        title="Give it up"
        about={`Put ${deedWords(deed)} back where it was. Nothing is booked.`}
        confirm="It is put back"
        danger
        sending={false}
        problem={null}
        onConfirm={giveUp}
      />
    </>
  )
}

type HowManyProps = Readonly<{ deed: PickDeed; onClose: () => void; onChosen: (quantity: number) => void }>

function HowMany({ deed, onClose, onChosen }: HowManyProps) {
  const [quantity, setQuantity] = useState<number | ''>(deed.body.quantity)
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (quantity !== '') onChosen(quantity)
  }
  return (
    <Modal opened onClose={onClose} title="Change how many">
      <form onSubmit={send}>
        <Stack gap="md">
          <QuantityInput label={`How many of ${deed.says}`} data-autofocus value={quantity} onChange={setQuantity} />
          <DialogFoot problem={null} onLeave={onClose} sending={false} disabled={quantity === ''}>
            Send it so
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
