import { Alert, List } from '@mantine/core'
import type { SealState } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { countOf } from '../../shared/quantity.tsx'

type Verification = NonNullable<SealState['lastVerification']>

/** What the last walk along the chain found; while one is on its way, that. */
export function LastVerification({ of }: { of: Verification }) {
  const { endedAt, found, findings, facts, askedAt, askedBy } = of
  if (endedAt === null)
    return (
      <Alert color="gray" role="status">
        Every sealed fact is read again, since <InstantText at={askedAt} />. You may leave this page.
      </Alert>
    )
  const right = found === 0
  return (
    <Alert color={right ? 'leaf' : 'brick'} role="status">
      {right
        ? `All ${countOf(facts ?? 0, 'fact')} are as they were sealed. `
        : `${countOf(found ?? 0, 'thing')} not as sealed. `}
      Verified <InstantText at={endedAt} />, asked for by {askedBy}.
      <List mt={4} style={{ overflowWrap: 'anywhere' }}>
        {findings?.map(({ message }) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
