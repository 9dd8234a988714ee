/**
 * web/shared/listing.tsx — a list of documents: a table on a desk, cards on a phone, more on demand, every state designed.
 */
import { Button, Center, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './listing.module.css'
import { Unanswered } from './states.tsx'
import type { Pages } from './use-pages.ts'

export type Column<Row> = Readonly<{
  title: string
  cell: (row: Row) => ReactNode
  end?: boolean
  /** Left out on a phone. */
  deskOnly?: boolean
}>

type RowsProps<Row> = Readonly<{
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  label: string
}>

export function Rows<Row>({ rows, columns, keyOf, label }: RowsProps<Row>) {
  return (
    <Table className={classes.table} aria-label={label} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ title, end }) => (
            <Table.Th key={title} ta={end ? 'right' : 'left'} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            {columns.map(({ title, cell, end, deskOnly }) => (
              <Table.Td key={title} data-title={title} data-desk={deskOnly || undefined} ta={end ? 'right' : 'left'}>
                <div className={classes.value}>{cell(row)}</div>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type ListingProps<Row> = Omit<RowsProps<Row>, 'rows'> & Readonly<{ pages: Pages<Row>; empty: ReactNode }>

export function Listing<Row>({ pages, empty, ...rows }: ListingProps<Row>) {
  if (pages.rows === null) return <Unanswered of={pages.query} rows={8} />
  if (pages.rows.length === 0) return <>{empty}</>
  return (
    <>
      <Rows rows={pages.rows} {...rows} />
      {pages.more ? (
        <Center p="sm">
          <Button variant="default" size="xs" onClick={pages.more} loading={pages.reading}>
            Show more
          </Button>
        </Center>
      ) : null}
    </>
  )
}

/** A row's name, as a link to the thing itself. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to as '/'} className={classes.link}>
      {children}
    </Link>
  )
}
