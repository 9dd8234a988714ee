/**
 * web/features/recalls/damaged-link.tsx — a link that could not be read, or not whole, says so: what it meant is not what stands here.
 */
import { Alert, Code, Text } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import type { RecallScope } from '../../api/types.ts'

type DamagedProps = Readonly<{ damaged: string | undefined; scope: RecallScope | undefined }>

export function DamagedLink({ damaged, scope }: DamagedProps) {
  if (damaged === undefined) return null
  const isWhole = (scope?.parts.length ?? 0) === 0
  return (
    <Alert
      role="alert"
      color="saffron"
      mb="md"
      icon={<IconUnlink size={18} />}
      title={isWhole ? 'This link is damaged' : 'A part of this link is damaged'}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Text fz="md">
        {isWhole
          ? 'It does not say which goods are meant. Open it once more as it was sent, or name the goods here.'
          : 'Only what stands below could be read. Open it once more as it was sent, or add what is missing.'}
      </Text>
      <Text fz="sm" mt={6}>
        It says: <Code style={{ overflowWrap: 'anywhere' }}>{damaged}</Code>
      </Text>
    </Alert>
  )
}
