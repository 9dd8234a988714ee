/**
 * web/features/pools/new-pool-page.tsx — stock is kept for a channel: what it would keep of the stock of now is shown first.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { NewPool } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page, Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { SeeFirst } from '../../shared/see-first.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { KeptRows } from './kept-rows.tsx'
import { PoolFields } from './pool-fields.tsx'
import { atPoolFields, bodyOf, newPoolValues, type PoolValues } from './pool-values.ts'
import { keptSum, keptWords } from './pool-words.tsx'

type NewPoolProps = Readonly<{ product: string | undefined; batch: string | undefined }>

export function NewPoolPage({ product = '', batch }: NewPoolProps) {
  const form = useForm<PoolValues>({ initialValues: { ...newPoolValues, product, batch: batch ?? null } })
  const [asked, setAsked] = useState<NewPool | null>(null)
  const preview = usePoolPreview(asked)
  const elsewhere = useFieldProblems(form, preview.error ? asProblem(preview.error) : null, atPoolFields)
  const isShown = asked !== null && JSON.stringify(asked) === JSON.stringify(bodyOf(form.values))
  const see = (values: PoolValues) => {
    setAsked(bodyOf(values))
    if (isShown) void preview.refetch()
  }
  return (
    <Page title="Keep stock for a channel" back={{ to: '/pools', label: 'Pools' }}>
      <form onSubmit={form.onSubmit(see)}>
        <PoolFields form={form} />
        <SeeFirst isShown={isShown} preview={preview} problem={elsewhere}>
          See what it keeps
        </SeeFirst>
      </form>
      {isShown && !preview.error ? <Keep asked={asked} kept={preview.data?.kept} /> : null}
    </Page>
  )
}

/** What a pool would keep of the stock of this moment; `asked` is null until that is wanted. */
const usePoolPreview = (asked: NewPool | null) =>
  useQuery({
    queryKey: ['pools', 'preview', asked],
    queryFn: () => answerOf(api.POST('/v1/pool-preview', { body: asked ?? bodyOf(newPoolValues) })),
    enabled: asked !== null,
    retry: false,
  })

type Kept = Parameters<typeof keptSum>[0]
type KeepProps = Readonly<{ asked: NewPool; kept: Kept | undefined }>

function Keep({ asked, kept }: KeepProps) {
  const navigate = useNavigate()
  const keep = useWrite(
    (body: NewPool, key) => answerOf(api.POST('/v1/pools', { body, headers: intent(key) })),
    ({ id, name, channel }) => {
      notifications.show({ message: `“${name}” is kept for ${channel}.` })
      void navigate({ to: '/pools/$id', params: { id } })
    },
  )
  return (
    <Section title="What it keeps">
      {kept ? (
        <Stack gap="md" role="status" aria-label="What it keeps">
          <Text>{effectWords(asked, kept)}</Text>
          {kept.length > 0 ? <KeptRows kept={kept} /> : null}
          <ProblemAlert problem={keep.problem} />
          <Group gap="md">
            <Button loading={keep.sending} onClick={() => keep.send(asked)}>
              Keep it
            </Button>
            <Text fz="sm" c="dimmed">
              Of the stock of this moment. What others were promised stays theirs.
            </Text>
          </Group>
        </Stack>
      ) : (
        <Loading rows={3} />
      )}
    </Section>
  )
}

function effectWords({ channel, quantity, validFrom }: NewPool, kept: Kept): string {
  const there = keptSum(kept)
  const later = quantity - there
  const begins = validFrom ? 'Were it begun now, only' : 'Only'
  const now =
    there === 0
      ? 'Nothing of it is free now.'
      : `${begins} ${channel} could have ${countOf(there, 'free unit')}: ${keptWords(kept).join(', ')}.`
  return later > 0 ? `${now} ${countOf(later, 'unit')} more would be kept as soon as there is free stock.` : now
}
