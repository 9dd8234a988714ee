import { Button, Menu } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit, IconCalendarEvent, IconPencil, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import type { BatchDetail, Repair } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { CorrectDate } from './correct-date.tsx'
import { MergeBatch } from './merge-batch.tsx'
import { RenameBatch } from './rename-batch.tsx'
import { SplitBatch } from './split-batch.tsx'

const offered = [
  ['merge', 'Merge into another batch', IconArrowMerge, MergeBatch],
  ['split', 'Split', IconArrowsSplit, SplitBatch],
  ['rename', 'Rename', IconPencil, RenameBatch],
  ['date', 'Correct a date', IconCalendarEvent, CorrectDate],
] as const

/** What was recorded wrong of the batch; nothing of one that is merged or has no code. */
export function RepairMenu({ batch }: { batch: BatchDetail }) {
  const [doing, setDoing] = useState<Repair['kind'] | null>(null)
  const may = useMay('correct batches')
  if (!may || batch.kind === 'untracked' || batch.mergedIntoId !== null) return null
  const [, , , Dialog] = offered.find(([kind]) => kind === doing) ?? []
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconTool size={15} />}>
            Repair
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map(([kind, label, Icon]) => (
            <Menu.Item key={kind} leftSection={<Icon size={15} />} onClick={() => setDoing(kind)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Dialog ? <Dialog batch={batch} onClose={() => setDoing(null)} /> : null}
    </>
  )
}
