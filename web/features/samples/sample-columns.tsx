import { Group } from '@mantine/core'
import type { Sample } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import type { Column } from '../../shared/listing.tsx'
import { PrintLabels } from '../../shared/print-labels.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { RemoveSample } from './remove-sample.tsx'
import { SampleState } from './sample-state.tsx'

const goods: readonly Column<Sample>[] = [
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
]

const own: readonly Column<Sample>[] = [
  { title: 'State', cell: ({ state }) => <SampleState state={state} /> },
  { title: 'Kept until', cell: ({ dueOn }) => <DateText day={dueOn} /> },
  { title: 'Because', cell: ({ dueBecause }) => dueBecause ?? 'somebody said so', deskOnly: true },
  { title: 'Found at', cell: ({ keptAt }) => keptAt ?? '–' },
  { title: 'Became of it', cell: becameOfIt, deskOnly: true },
  { title: 'Left', cell: ({ left }) => <Quantity of={left} dimZero />, end: true },
  {
    title: 'Change',
    cell: (sample) => (
      <Group gap="xs" justify="flex-end">
        <PrintLabels kind="sample" of={[sample.id]} about={`sample ${sample.number}`} label="Label" compact />
        <RemoveSample sample={sample} />
      </Group>
    ),
    end: true,
  },
]

function becameOfIt({ used, destroyed, returned }: Sample): string {
  const parts = Object.entries({ used, destroyed, returned }).filter(([, units]) => units > 0)
  return parts.length === 0 ? '–' : parts.map(([what, units]) => `${quantityText(units)} ${what}`).join(', ')
}

const number: Column<Sample> = { title: 'Sample', cell: (sample) => sample.number }

export const sampleColumns: readonly Column<Sample>[] = [number, ...goods, ...own]
export const columnsOfBatch: readonly Column<Sample>[] = [number, ...own]
