import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

type SheetButtonProps = Readonly<{ href: string; as?: 'CSV' | 'XLSX' }>

/** Takes home what is shown as a spreadsheet, complete. */
export function SheetButton({ href, as = 'CSV' }: SheetButtonProps) {
  return (
    <Button component="a" href={href} download size="xs" variant="default" leftSection={<IconDownload size={14} />}>
      {as}
    </Button>
  )
}
