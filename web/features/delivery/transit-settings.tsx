/**
 * web/features/delivery/transit-settings.tsx — the table of transit times: how long a carrier takes to a country, or to a part of
 * it, row by row.
 */
import { Box, Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileImport, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { moneyText } from '#domain/money.ts'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { TransitTime } from '../../api/types.ts'
import { CountrySelect, countryName } from '../../shared/country-select.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { useServices } from '../../shared/service-select.tsx'
import { Empty, ProblemAlert } from '../../shared/states.tsx'
import { useMe } from '../../shared/use-me.ts'
import { usePages } from '../../shared/use-pages.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { DownloadTransit } from './download-transit.tsx'
import { ImportTransit } from './import-transit.tsx'
import { TransitForm } from './transit-form.tsx'
import { gone } from './transit-rows.ts'

export function TransitSettings() {
  const [country, setCountry] = useState<string | null>(null)
  const columns = useColumns()
  const pages = usePages(['transit-times', country], (cursor) =>
    answerOf(api.GET('/v1/transit-times', { params: { query: given({ country, cursor }) } })),
  )
  return (
    <Section title="Transit times" flush aside={<TableActions />}>
      <Box px="md" pt="sm" maw={320}>
        <CountrySelect size="xs" placeholder="All countries" value={country} onChange={setCountry} />
      </Box>
      <Listing
        label="Transit times"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <Empty title={country === null ? 'No transit times' : `None to ${countryName(country)} alone`}>
            {country === null
              ? 'Until the table says how long parcels take, batches are judged as if they arrived at once.'
              : 'Rows for any country hold there too.'}
          </Empty>
        }
      />
    </Section>
  )
}

function TableActions() {
  const [adding, add] = useDisclosure(false)
  const [importing, importIt] = useDisclosure(false)
  return (
    <>
      <DownloadTransit />
      <May to="change rules">
        <Button size="xs" variant="default" leftSection={<IconFileImport size={14} />} onClick={importIt.open}>
          Import
        </Button>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add.open}>
          Add a row
        </Button>
      </May>
      {adding ? <TransitForm row={null} onClose={add.close} /> : null}
      {importing ? <ImportTransit onClose={importIt.close} /> : null}
    </>
  )
}

function useColumns(): readonly Column<TransitTime>[] {
  const services = new Map(useServices().data?.map(({ id, name }) => [id, name]))
  const warehouses = new Map(useWarehouses().data?.map(({ id, code }) => [id, code]))
  const currency = useMe().data?.account.currency ?? 'USD'
  return [
    {
      title: 'To',
      cell: ({ country, postalPrefix }) => (
        <>
          {country === null ? 'any country' : countryName(country)}
          {postalPrefix === '' ? '' : `, ${postalPrefix}…`}
        </>
      ),
    },
    {
      title: 'Service',
      cell: ({ serviceId }) => (serviceId === null ? 'any' : (services.get(serviceId) ?? '…')),
    },
    {
      title: 'From',
      cell: ({ warehouseId }) => (warehouseId === null ? 'any warehouse' : (warehouses.get(warehouseId) ?? '…')),
    },
    { title: 'Takes', cell: ({ transitDays }) => countOf(transitDays, 'working day'), end: true },
    {
      title: 'Distance',
      cell: ({ distanceKm }) => (distanceKm === null ? '–' : `${quantityText(distanceKm)} km`),
      end: true,
    },
    {
      title: 'A parcel',
      cell: ({ parcelCost }) => (parcelCost === null ? '–' : moneyText({ currency, amount: parcelCost })),
      end: true,
    },
    { title: 'Action', cell: (row) => <RowActions row={row} />, end: true },
  ]
}

function RowActions({ row }: { row: TransitTime }) {
  const [changing, { open, close }] = useDisclosure(false)
  const remove = useWrite((body: { rows: ReturnType<typeof gone>[] }, key) =>
    answerOf(api.PUT('/v1/transit-times', { body, headers: intent(key) })),
  )
  const about = `${row.country ?? 'any country'} ${row.postalPrefix}`.trim()
  return (
    <May to="change rules">
      <Group gap={4} justify="flex-end">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPencil size={14} />}
          aria-label={`Change the row to ${about}`}
          onClick={open}
        >
          Change
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          loading={remove.sending}
          aria-label={`Remove the row to ${about}`}
          onClick={() => remove.send({ rows: [gone(row)] })}
        >
          Remove
        </Button>
      </Group>
      <ProblemAlert problem={remove.problem} />
      {changing ? <TransitForm row={row} onClose={close} /> : null}
    </May>
  )
}
