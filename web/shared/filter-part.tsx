import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

/** A part of a filter that came with a link and that no field shows; a click takes it away. */
export function FilterPart({ words, onTakeAway }: { words: string; onTakeAway: () => void }) {
  return (
    <Button
      variant="light"
      rightSection={<IconX size={14} aria-hidden="true" />}
      aria-label={`${words}: take away`}
      onClick={onTakeAway}
    >
      {words}
    </Button>
  )
}
