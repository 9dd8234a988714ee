/**
 * web/features/putaway/map-page.tsx — a warehouse from above: how full its bins are, what expires first in each, what is held.
 */
import { Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { MapBin } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { keptWords } from '../../shared/storage-words.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { BinDrawer } from './bin-drawer.tsx'
import { Legend, ZoneCells } from './map-cells.tsx'
import { fillOf, isCalled, isShown, type MapZone, type Show, shows, zonesOf } from './map-groups.ts'

type MapPageProps = Readonly<{ warehouse: string | undefined; onWarehouse: (code: string) => void }>

export function MapPage({ warehouse, onWarehouse }: MapPageProps) {
  const warehouses = useWarehouses().data ?? []
  const code = warehouse ?? warehouses[0]?.code
  const map = useQuery({
    queryKey: ['bin-map', code],
    queryFn: () => answerOf(api.GET('/v1/bin-map', { params: { query: { warehouse: code ?? '' } } })),
    enabled: code !== undefined,
  })
  return (
    <Page
      title="Map of bins"
      wide
      about={map.data ? sumWords(map.data.items) : ' '}
      actions={
        <LinkButton variant="default" to="/putaway">
          Put away
        </LinkButton>
      }
    >
      {warehouses.length > 1 ? (
        <WarehouseSelect
          mb="md"
          maw={360}
          value={code ?? null}
          allowDeselect={false}
          onChange={(chosen) => (chosen ? onWarehouse(chosen) : null)}
        />
      ) : null}
      <Loaded of={map} rows={12}>
        {({ items }) => <BinsShown key={code} bins={items} />}
      </Loaded>
    </Page>
  )
}

function sumWords(bins: readonly MapBin[]): string {
  const storage = bins.filter(({ kind }) => kind === 'storage')
  const empty = storage.filter(({ quantity }) => quantity === 0).length
  const told = storage.filter(({ capacity }) => capacity !== null)
  const room = told.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0)
  const full = told.reduce((sum, { quantity }) => sum + quantity, 0)
  const fill = room > 0 ? `, ${Math.round((full / room) * 100)} % full where it is told what they hold` : ''
  return `${countOf(storage.length, 'bin')}, ${quantityText(empty)} empty${fill}`
}

const showWords: Record<Show, string> = {
  all: 'All',
  soon: 'Within 30 days',
  held: 'Held',
  wrong: 'Lies wrong',
  empty: 'Empty',
}

function BinsShown({ bins }: { bins: readonly MapBin[] }) {
  const [show, setShow] = useState<Show>('all')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim().toLowerCase(), 120)
  const [opened, setOpened] = useState<string | null>(null)
  const zones = useMemo(() => zonesOf(bins), [bins])
  const fill = useMemo(() => fillOf(bins), [bins])
  const meant = useCallback((bin: MapBin) => isShown(bin, show) && (text === '' || isCalled(bin, text)), [show, text])
  if (bins.length === 0) return <Empty title="No bins">Add them in the settings of the warehouse.</Empty>
  const choices = shows.map((value) => ({
    value,
    label: `${showWords[value]} ${quantityText(bins.filter((bin) => isShown(bin, value)).length)}`,
  }))
  return (
    <>
      <Group mb="sm" gap="sm" align="flex-end">
        <TextInput
          label="Find a bin or SKU"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <div style={{ maxWidth: '100%', overflowX: 'auto' }}>
          <SegmentedControl
            aria-label="What stands out"
            data={choices}
            value={show}
            onChange={(value) => setShow(value as Show)}
          />
        </div>
      </Group>
      <Legend />
      <Text role="status" fz="sm" mb="sm">
        {text === '' ? '' : foundWords(text, bins.filter(meant).length)}
      </Text>
      {zones.map((zone) => (
        <Section key={zone.title} title={zone.title} flush aside={<ZoneSums zone={zone} />}>
          <ZoneCells zone={zone} fill={fill} meant={meant} onOpen={setOpened} />
        </Section>
      ))}
      <BinDrawer bin={bins.find(({ id }) => id === opened)} onClose={() => setOpened(null)} />
    </>
  )
}

const foundWords = (text: string, count: number) =>
  count > 0 ? `${countOf(count, 'place')} found` : `No place is called "${text}", and nothing in one has such a SKU`

function ZoneSums({ zone: { id, bins } }: { zone: MapZone }) {
  const [first] = bins
  const empty = bins.filter(({ quantity }) => quantity === 0).length
  const sums = `${countOf(bins.length, 'place')}, ${quantityText(empty)} empty`
  return <span>{id !== null && first ? `${keptWords(first)} · ${sums}` : sums}</span>
}
