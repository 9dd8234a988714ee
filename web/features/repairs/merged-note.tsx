import { Alert, Text } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import type { BatchDetail } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'

/** At the top of a batch that is another one by now. */
export function MergedNote({ batch: { code, mergedIntoId, mergedIntoCode } }: { batch: BatchDetail }) {
  if (mergedIntoId === null || mergedIntoCode === null) return null
  return (
    <Alert
      color="saffron"
      variant="light"
      mb={18}
      icon={<IconArrowMerge size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text>
        Merged into batch <BatchLink id={mergedIntoId} code={mergedIntoCode} />. Its goods are of that one; what went
        out as {code} stays here, and a hold or a trace of either reaches both.
      </Text>
    </Alert>
  )
}
