import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, intent } from '../../api/client.ts'
import type { NewBody, Return } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { Lot } from './return-words.ts'
import { useShownReturn } from './use-shown-return.ts'

type Identification = NewBody<'/v1/returns/{id}/identifications'>
type IdentifyProps = Readonly<{ found: Return; lot: Lot }>

/** The batch of units without a label is found out after all. */
export function IdentifyUnits({ found, lot }: IdentifyProps) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <May to="return">
      <Button variant="default" onClick={open}>
        Say its batch
      </Button>
      <Modal opened={opened} onClose={close} title="Which batch is it of?">
        {opened ? <Ask found={found} lot={lot} onDone={close} /> : null}
      </Modal>
    </May>
  )
}

function Ask({ found: { id }, lot, onDone }: IdentifyProps & Readonly<{ onDone: () => void }>) {
  const show = useShownReturn()
  const form = useForm({
    initialValues: { batch: null as string | null, quantity: lot.standings.undecided as number | string, reason: '' },
  })
  const identify = useWrite(
    (body: Identification, key) =>
      answerOf(api.POST('/v1/returns/{id}/identifications', { params: { path: { id } }, body, headers: intent(key) })),
    (now) => {
      show(now)
      onDone()
    },
  )
  const can = lot.candidates.filter(({ most }) => most > 0)
  return (
    <form
      onSubmit={form.onSubmit(({ batch, quantity, reason }) =>
        identify.send({
          unlabelled: lot.unlabelledId ?? '',
          batch: batch ?? '',
          quantity: Number(quantity),
          reason: reason.trim(),
        }),
      )}
    >
      <Stack>
        <Select
          label="Batch"
          required
          data={can.map(({ batchId, batchCode, most }) => ({
            value: batchId,
            label: `${batchCode} · at most ${quantityText(most)}`,
          }))}
          {...form.getInputProps('batch')}
        />
        <QuantityInput label="Quantity" required {...form.getInputProps('quantity')} />
        <TextInput label="How was it found out?" required {...form.getInputProps('reason')} />
        <ProblemAlert problem={identify.problem} />
        <Group>
          <Button type="submit" loading={identify.sending} disabled={form.values.batch === null}>
            It is of this batch
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
