import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

/** Takes home what is shown as a spreadsheet, complete. */
export function SheetButton({ href }: { href: string }) {
  return (
    <Button component="a" href={href} download size="xs" variant="default" leftSection={<IconDownload size={14} />}>
      CSV
    </Button>
  )
}
