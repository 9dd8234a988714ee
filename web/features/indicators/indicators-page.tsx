/**
 * web/features/indicators/indicators-page.tsx — what is measured of recalls and mock recalls: each number with its definition, its months and the cases behind it.
 */
import { Select, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { durationText } from '#domain/duration-text.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Indicator } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Loaded } from '../../shared/states.tsx'
import classes from './indicators.module.css'
import { MonthChart } from './month-chart.tsx'

const spans = { '6': '6 months', '12': '12 months', '24': '2 years', '60': '5 years' }

export function IndicatorsPage() {
  const [months, setMonths] = useState('12')
  const found = useQuery({
    queryKey: ['indicators', months],
    queryFn: () => answerOf(api.GET('/v1/indicators', { params: { query: { months: Number(months) } } })),
  })
  return (
    <Page
      title="Indicators"
      about="Recalls and mock recalls, measured from what was recorded; nothing is typed in"
      actions={
        <Select
          aria-label="Over"
          allowDeselect={false}
          w={140}
          data={Object.entries(spans).map(([value, label]) => ({ value, label }))}
          value={months}
          onChange={(next) => setMonths(next ?? '12')}
        />
      }
    >
      <Loaded of={found} rows={12}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <OfIndicator key={one.key} of={one} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export const valueText = (value: number | null, unit: Indicator['unit']): string =>
  value === null ? '–' : unit === 'seconds' ? durationText(value) : `${value} %`

const numeratorText = (of: { numerator: number }, unit: Indicator['unit']): string =>
  unit === 'seconds' ? durationText(of.numerator) : quantityText(of.numerator)

function OfIndicator({ of }: { of: Indicator }) {
  const { title, unit, total, says, numerator, denominator, rows, months } = of
  return (
    <Section title={title}>
      <div className={classes.head}>
        <div>
          <div className={classes.value}>{valueText(total.value, unit)}</div>
          <Text fz="sm">
            {total.denominator === 0
              ? 'No case yet'
              : `${numeratorText(total, unit)} ÷ ${quantityText(total.denominator)} ${unit === 'seconds' ? '(mean)' : ''}`}
          </Text>
        </div>
        <Text className={classes.says} c="dimmed" fz="sm">
          {`${says} Above: ${numerator}. Below: ${denominator}.`}
        </Text>
      </div>
      {total.cases > 0 ? (
        <div className={classes.trend}>
          <MonthChart months={months} unit={unit} title={title} />
          <MonthTable of={of} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Title order={3} fz="sm" mt="sm">
            Behind the number
          </Title>
          <Rows label={`${title}: cases`} rows={rows} columns={columnsFor(unit)} keyOf={({ id }) => id} />
        </>
      ) : null}
    </Section>
  )
}

function MonthTable({ of: { months, unit, title } }: { of: Indicator }) {
  const told = months.filter(({ cases }) => cases > 0)
  return (
    <Table aria-label={`${title} by month`} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Month</Table.Th>
          <Table.Th scope="col" ta="right">
            Value
          </Table.Th>
          <Table.Th scope="col" ta="right">
            Cases
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {told.map((row) => (
          <Table.Tr key={row.month}>
            <Table.Td>{row.month}</Table.Td>
            <Table.Td ta="right">{valueText(row.value, unit)}</Table.Td>
            <Table.Td ta="right">{row.cases}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type Row = Indicator['rows'][number]

const columnsFor = (unit: Indicator['unit']): readonly Column<Row>[] => [
  {
    title: 'Case',
    cell: ({ kind, number }) => (
      <RowLink to={`/${kind === 'mock' ? 'mock-recalls' : 'recalls'}/${number}`}>{number}</RowLink>
    ),
  },
  { title: 'Started', cell: ({ at }) => <InstantText at={at} /> },
  { title: 'Above', cell: (row) => (row.denominator === 0 ? '–' : numeratorText(row, unit)), end: true },
  { title: 'Below', cell: ({ denominator }) => (denominator === 0 ? '–' : quantityText(denominator)), end: true },
  { title: 'Remark', cell: ({ remark, denominator }) => remark ?? (denominator === 0 ? 'not yet' : '') },
]
