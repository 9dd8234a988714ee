import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Product } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { lifeRuleWords, rotationWords, trackingWords } from './product-words.ts'

const columns: readonly Column<Product>[] = [
  { title: 'SKU', cell: ({ id, sku }) => <RowLink to={`/products/${id}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ name, archivedAt }) => (archivedAt ? <Archived name={name} /> : name) },
  { title: 'Category', cell: ({ category }) => category, deskOnly: true },
  { title: 'Tracked by', cell: ({ tracking }) => trackingWords[tracking] },
  { title: 'First out', cell: ({ rotation }) => rotationWords[rotation], deskOnly: true },
  { title: 'Least life for customers', cell: (product) => lifeRuleWords(product), deskOnly: true },
]

function Archived({ name }: { name: string }) {
  return (
    <>
      {name} <Sign tone="quiet">archived</Sign>
    </>
  )
}

export function ProductListPage() {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 180)
  const pages = usePages(['products', q], (cursor) =>
    answerOf(api.GET('/v1/products', { params: { query: given({ text: q, cursor }) } })),
  )
  const add = (
    <May to="change products">
      <LinkButton to="/products/new" leftSection={<IconPlus size={15} />}>
        Add a product
      </LinkButton>
    </May>
  )
  return (
    <Page title="Products" actions={add}>
      <TextInput
        aria-label="Filter products"
        placeholder="SKU or name"
        leftSection={<IconSearch size={15} />}
        maw={360}
        mb="sm"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Section title="All products" flush>
        <Listing
          label="Products"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            q ? (
              <Empty title={`No product fits "${q}"`} />
            ) : (
              <Empty title="No products yet" action={add}>
                A product says how it is counted, whether it expires and which batch goes first.
              </Empty>
            )
          }
        />
      </Section>
    </Page>
  )
}
