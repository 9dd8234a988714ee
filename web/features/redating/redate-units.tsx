import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { batchName } from '#domain/batch-code.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DayInput } from '../../shared/day-input.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { freeOf, type LyingUnits } from '../../shared/lying.ts'
import { quantityText } from '../../shared/quantity.tsx'
import { QuantityInput } from '../../shared/quantity-input.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { kindWords, lastsOnce, type RedatingKind } from './redating-words.tsx'

type Body = NewBody<'/v1/redatings'>
type RedateProps = Readonly<{ kind: RedatingKind; lying: LyingUnits; onClose: () => void }>

/** Units were opened, frozen or thawed, and are a batch of their own from then on. */
export function RedateUnits({ kind, lying, onClose }: RedateProps) {
  const { batchId: batch, batchCode, placeId: place, placeCode, packOf } = lying
  const form = useForm({
    initialValues: { quantity: (packOf ?? 1) as number | string, on: null as string | null, keptAt: '' },
  })
  const free = freeOf(lying)
  const redating = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/redatings', { body, headers: intent(key) })),
    ({ childCode, expiresOn }) => {
      const until = expiresOn === null ? '' : `, good until ${isoDayInWords(expiresOn)}`
      notifications.show({ message: `They are batch ${childCode} now${until}.`, color: 'leaf' })
      onClose()
    },
  )
  const elsewhere = useFieldProblems(form, redating.problem)
  const send = ({ quantity, on, keptAt }: typeof form.values) =>
    redating.send({
      kind,
      batch,
      place,
      quantity: Number(quantity),
      ...given({ on: on ?? undefined, keptAt: keptAt.trim() }),
    })
  return (
    <Modal opened onClose={onClose} title={`Units of ${batchName(batchCode)} that were ${kindWords[kind]}`}>
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          <QuantityInput
            label="Units"
            description={`${quantityText(free)} at ${placeCode} are promised to nobody`}
            required
            max={free}
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <DayInput label={`Day it was ${kindWords[kind]}`} description="Empty: today" {...form.getInputProps('on')} />
          <TextInput
            label="Found at"
            description="Freezer, treatment room, counter"
            {...form.getInputProps('keptAt')}
          />
          <WhatTheRuleSays kind={kind} sku={lying.sku} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={redating.sending} disabled={free === 0}>
            {`They are ${kindWords[kind]}`}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}

function WhatTheRuleSays({ kind, sku }: Readonly<{ kind: RedatingKind; sku: string }>) {
  const { data } = useQuery({
    queryKey: ['redating-rules', sku],
    queryFn: () => answerOf(api.GET('/v1/redating-rules', { params: { query: { product: sku } } })),
  })
  const rule = data?.items[0]
  const lasts = rule ? lastsOnce(kind, rule) : null
  if (!data) return null
  return (
    <Text c="dimmed" aria-live="polite">
      {lasts === null || rule === undefined
        ? `Nobody has written how long ${sku} lasts once ${kindWords[kind]}: write it on the page of the product first.`
        : `Once ${kindWords[kind]} it lasts ${lasts}, by version ${rule.version} of the rule: ${rule.says}`}
    </Text>
  )
}
