/**
 * web/features/recalls/next-act.tsx — the one thing to do next, as one big button; and why it is not offered.
 */
import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Recall } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import classes from './recalls.module.css'
import { StartRecall } from './start-recall.tsx'

export function NextAct({ recall }: { recall: Recall }) {
  const { state, needsSecond } = recall
  const [mayRecall, mayEnd] = [useMay('recall'), useMay('lift holds')]
  if (state === 'ended' || state === 'abandoned') return null
  if (!mayRecall) return <Text c="dimmed">An owner, a manager or quality takes it further.</Text>
  if (needsSecond) return <SecondPerson recall={recall} />
  if (state === 'draft') return <Start recall={recall} />
  return mayEnd ? <End recall={recall} /> : <Text c="dimmed">The owner or quality ends it.</Text>
}

/** An approval is of one version: whoever widens it asks again. */
function SecondPerson({ recall: { id, number, state, version, approvedByYou } }: { recall: Recall }) {
  const step = state === 'draft' ? 'start' : 'end'
  const approve = useWrite((_: null, key) =>
    answerOf(
      api.POST('/v1/recalls/{id}/approvals', { params: { path: { id } }, body: { step }, headers: intent(key) }),
    ),
  )
  return (
    <div className={classes.act}>
      {approvedByYou ? (
        <Text fw={600}>{`Needs another person: somebody else must ${step} ${number} now.`}</Text>
      ) : (
        <>
          <Button
            size="lg"
            fullWidth
            variant={step === 'start' ? 'filled' : 'default'}
            loading={approve.sending}
            onClick={() => approve.send(null)}
          >
            {`Approve the ${step}`}
          </Button>
          <Text c="dimmed" fz="sm">
            {`This account asks for two people. You approve version ${version}, another person then ${step}s it.`}
          </Text>
        </>
      )}
      <ProblemAlert problem={approve.problem} />
    </div>
  )
}

function Start({ recall }: { recall: Recall }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <div className={classes.act}>
      <Button size="lg" fullWidth color="brick" onClick={open}>
        Start the recall
      </Button>
      <Text c="dimmed" fz="sm">
        Below is what it reaches. You are asked once more.
      </Text>
      {opened ? <StartRecall recall={recall} onClose={close} /> : null}
    </div>
  )
}

function End({ recall: { id, number } }: { recall: Recall }) {
  const [opened, { open, close }] = useDisclosure(false)
  const end = useWrite(
    (reason: string, key) =>
      answerOf(api.POST('/v1/recalls/{id}/end', { params: { path: { id } }, body: { reason }, headers: intent(key) })),
    close,
  )
  return (
    <div className={classes.act}>
      <Button size="lg" fullWidth variant="default" onClick={open}>
        End the recall
      </Button>
      <ReasonModal
        opened={opened}
        onClose={close}
        title={`End ${number}`}
        about={<BeforeTheEnd number={number} />}
        confirm="End it"
        danger
        sending={end.sending}
        problem={end.problem}
        onConfirm={end.send}
      />
    </div>
  )
}

/** Nobody is stopped: the reason says why it ends all the same. */
function BeforeTheEnd({ number: ref }: { number: string }) {
  const open = useQuery({
    queryKey: ['recall', ref, 'status'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/status', { params: { path: { ref } } })),
  }).data?.open
  return (
    <>
      Its holds are lifted, and what is left can be sold again. What was held by others stays held.
      {open && open.length > 0 ? (
        <>
          <Text fw={600} mt="sm">
            Still open. Say in the reason why it ends all the same:
          </Text>
          {open.map((says) => (
            <Text key={says}>{says}</Text>
          ))}
        </>
      ) : null}
    </>
  )
}
