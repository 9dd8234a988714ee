/**
 * web/features/pools/pool-page.tsx — one pool: of what, for whom, what is left of it, and the stock that it keeps now.
 */
import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Pool } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { InForceDays, InForceSign } from '../../shared/in-force.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { KeptRows } from './kept-rows.tsx'
import { keptSum, PoolOf } from './pool-words.tsx'

export function PoolPage({ id }: { id: string }) {
  const pool = useQuery({
    queryKey: ['pool', id],
    queryFn: () => answerOf(api.GET('/v1/pools/{id}', { params: { path: { id } } })),
  })
  return (
    <Page
      title={pool.data ? `Pool “${pool.data.name}”` : 'Pool'}
      about={pool.data ? <InForceSign state={pool.data.state} /> : null}
      back={{ to: '/pools', label: 'Pools' }}
      actions={pool.data && pool.data.state !== 'over' ? <EndPool pool={pool.data} /> : null}
    >
      <Loaded of={pool}>
        {(got) => (
          <>
            <About pool={got} />
            {got.state === 'now' ? <KeptNow pool={got} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function About({ pool }: { pool: Pool }) {
  const { channel, quantity, drawn, left, reason, createdBy, createdAt, endedBy, endedAt, endReason } = pool
  return (
    <Section title="Pool">
      <Facts
        of={{
          Of: <PoolOf pool={pool} />,
          For: channel,
          Kept: <Quantity of={quantity} />,
          [`Taken by ${channel}`]: <Quantity of={drawn} dimZero />,
          'Left of it': <Quantity of={left} dimZero />,
          Days: <InForceDays of={pool} />,
          Why: reason,
          'Made by': createdBy,
          Made: <InstantText at={createdAt} />,
          ...(endedAt ? { Ended: <InstantText at={endedAt} /> } : {}),
          ...(endedBy ? { 'Ended by': endedBy } : {}),
          ...(endReason ? { 'Why it ended': endReason } : {}),
        }}
      />
    </Section>
  )
}

function KeptNow({ pool: { channel, left, kept } }: { pool: Pool }) {
  const missing = left - keptSum(kept)
  return (
    <Section title={`Only ${channel} may have of the stock of now`} flush>
      {kept.length === 0 ? (
        <Empty title={left === 0 ? `${channel} has taken all of it` : 'Nothing of it is free now'} />
      ) : (
        <KeptRows kept={kept} />
      )}
      {missing > 0 ? (
        <Text p="sm" c="dimmed">
          {countOf(missing, 'unit')} more {missing === 1 ? 'is' : 'are'} kept as soon as there is free stock.
        </Text>
      ) : null}
    </Section>
  )
}

function EndPool({ pool: { id, name, channel, kept } }: { pool: Pool }) {
  const sum = keptSum(kept)
  const about =
    sum === 0
      ? 'It keeps nothing of the stock of now.'
      : `${countOf(sum, 'unit')} that only ${channel} may have ${sum === 1 ? 'is' : 'are'} offered to all who wait, at once.`
  return (
    <May to="change rules">
      <ReasonButton
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/pools/{id}/ending', { params: { path: { id } }, body: { reason }, headers: intent(key) }),
          )
        }
        onDone={() => notifications.show({ message: `“${name}” keeps nothing any more.` })}
        title={`End pool “${name}”`}
        about={about}
        confirm="End the pool"
        danger
      >
        End
      </ReasonButton>
    </May>
  )
}
