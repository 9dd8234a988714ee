/** web/shared/folded-rows.tsx — the first rows of a table that may be long, so that what stands below it can be reached. */
import { Button, Center } from '@mantine/core'
import { useState } from 'react'
import { type Column, Rows } from './listing.tsx'

const shownFirst = 15

type FoldedRowsProps<Row> = Readonly<{
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  label: string
  /** Reads more of them; null at the end. */
  more?: (() => void) | null
  reading?: boolean
}>

export function FoldedRows<Row>({ rows, more = null, reading = false, ...shown }: FoldedRowsProps<Row>) {
  const [opened, setOpened] = useState(false)
  const folded = !opened && rows.length > shownFirst
  const showMore = folded ? () => setOpened(true) : more
  return (
    <>
      <Rows rows={folded ? rows.slice(0, shownFirst) : rows} {...shown} />
      {showMore ? (
        <Center p="sm">
          <Button variant="default" size="xs" onClick={showMore} loading={reading}>
            Show more
          </Button>
        </Center>
      ) : null}
    </>
  )
}
