/**
 * web/features/orders/order-arrivals.tsx — when it leaves each warehouse and arrives, and a warning where nobody knows.
 */
import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle, IconTruckDelivery } from '@tabler/icons-react'
import { arrivalInWords } from '../../shared/arrival-words.ts'
import { countryName } from '../../shared/country-select.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { useServices } from '../../shared/service-select.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import type { LineArrival } from './arrivals-told.ts'
import classes from './order-line.module.css'

type ArrivalsProps = Readonly<{ arrivals: readonly LineArrival[]; country: string | null }>

export function OrderArrivals({ arrivals, country }: ArrivalsProps) {
  const warehouses = useWarehouses().data ?? []
  const services = useServices().data ?? []
  if (arrivals.length === 0) return null
  const codeOf = (id: string) => warehouses.find((one) => one.id === id)?.code ?? '…'
  const told = arrivals.flatMap((one) => {
    const words = arrivalInWords(one, services.find(({ code }) => code === one.service)?.name ?? one.service)
    return words === null ? [] : [{ ...one, words: `${codeOf(one.warehouseId)} · ${words}` }]
  })
  const doubts = new Set(arrivals.flatMap((one) => doubtOf(one, { country, warehouse: codeOf(one.warehouseId) })))
  return (
    <Stack gap="xs">
      {told.length === 0 ? null : (
        <ul className={classes.arrivals} aria-label="Leaves and arrives">
          {told.map(({ warehouseId, words }) => (
            <li key={warehouseId}>
              <IconTruckDelivery size={15} className={classes.truck} aria-hidden="true" />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
      {[...doubts].map((doubt) => (
        <Doubt key={doubt} says={doubt} mendable={country !== null} />
      ))}
    </Stack>
  )
}

type Route = Readonly<{ country: string | null; warehouse: string }>

function doubtOf({ unknown, service }: LineArrival, { country, warehouse }: Route): string[] {
  if (unknown === null) return []
  if (unknown === 'no_working_day')
    return [`Within a year, ${warehouse} or the carrier has no day of work: judged as if it arrived at once.`]
  if (country === null)
    return ['The order names no country, so nobody knows how long it takes: judged as if it arrived at once.']
  const where = `${service ?? 'a parcel'} takes to ${countryName(country)}`
  return [`Nobody has said how long ${where}: judged as if it arrived at once.`]
}

function Doubt({ says, mendable }: Readonly<{ says: string; mendable: boolean }>) {
  return (
    <Alert
      role="status"
      color="saffron"
      variant="light"
      py={8}
      icon={<IconAlertTriangle size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      {says}
      {mendable ? (
        <May to="change rules">
          {' '}
          <RowLink to="/settings?tab=delivery">Settings → Delivery</RowLink>
        </May>
      ) : null}
    </Alert>
  )
}
