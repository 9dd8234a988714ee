/**
 * web/features/batches/batch-serials.tsx — the single units of a batch, and where each of them is.
 */
import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Name, Serial } from '../../api/types.ts'
import { type Column, Listing } from '../../shared/listing.tsx'
import { NamedLink } from '../../shared/named-link.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Empty } from '../../shared/states.tsx'
import { useNames } from '../../shared/use-names.ts'
import { usePages } from '../../shared/use-pages.ts'

function whereIs({ placeKind, placeCode, warehouseCode }: Serial): string {
  return placeKind && placeCode ? placeText({ kind: placeKind, code: placeCode, warehouseCode }) : 'not known'
}

const columnsWith = (names: ReadonlyMap<string, Name>): readonly Column<Serial>[] => [
  { title: 'Serial', cell: ({ code }) => <b>{code}</b> },
  { title: 'Where it is', cell: whereIs },
  {
    title: 'By',
    cell: ({ documentId }) => {
      const name = documentId ? names.get(documentId) : undefined
      return name ? <NamedLink name={name} /> : '–'
    },
  },
]

type BatchSerialsProps = Readonly<{ batchId: string; serial: string | undefined }>

/** Nothing at all for a batch without serials; `serial` is the one that was searched for. */
export function BatchSerials({ batchId, serial }: BatchSerialsProps) {
  const [typed, setTyped] = useState(serial ?? '')
  const [text] = useDebouncedValue(typed.trim(), 180)
  const pages = usePages(['serials', batchId, text], (cursor) =>
    answerOf(
      api.GET('/v1/batches/{id}/serials', {
        params: { path: { id: batchId }, query: { limit: 20, ...given({ text, cursor }) } },
      }),
    ),
  )
  const names = useNames((pages.rows ?? []).flatMap(({ documentId }) => documentId ?? []))
  if (typed === '' && (pages.rows ?? []).length === 0) return null
  return (
    <Section
      title="Serials"
      flush
      aside={
        <TextInput
          size="xs"
          aria-label="Filter serials"
          placeholder="Serial"
          leftSection={<IconSearch size={13} />}
          rightSection={typed ? <CloseButton size="xs" aria-label="Clear" onClick={() => setTyped('')} /> : null}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
    >
      <Listing
        label="Serials"
        pages={pages}
        columns={columnsWith(names)}
        keyOf={({ id }) => id}
        empty={<Empty title={`No serial of this batch fits "${text}"`} />}
      />
    </Section>
  )
}
