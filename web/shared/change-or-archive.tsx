/**
 * web/shared/change-or-archive.tsx — what can be done with a row of a short list: change it, archive it, bring it back.
 */
import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { archiveWords } from './archive.tsx'
import { ProblemAlert } from './states.tsx'
import type { Write } from './use-write.ts'

type ChangeOrArchiveProps = Readonly<{
  of: Readonly<{ name: string; archivedAt: string | null }>
  onChange: () => void
  archive: Pick<Write<boolean, unknown>, 'send' | 'sending' | 'problem'>
}>

export function ChangeOrArchive({ of, onChange, archive }: ChangeOrArchiveProps) {
  return (
    <>
      <Group gap={4} justify="flex-end">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPencil size={14} />}
          aria-label={`Change ${of.name}`}
          onClick={onChange}
        >
          Change
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          loading={archive.sending}
          aria-label={`${archiveWords(of)}: ${of.name}`}
          onClick={() => archive.send(of.archivedAt === null)}
        >
          {archiveWords(of)}
        </Button>
      </Group>
      <ProblemAlert problem={archive.problem} />
    </>
  )
}
