/**
 * web/features/catalog/partner-pages.tsx — who goods come from and who they go to.
 */
import { Button, Group, Tabs, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Customer, Supplier } from '../../api/types.ts'
import { ArchivedSign, ArchivedToo } from '../../shared/archive.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerForm } from '../../shared/partner-form.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

export type PartnerKind = 'customers' | 'suppliers'
export const partnerWords = { customers: 'customer', suppliers: 'supplier' } as const

const named = (kind: PartnerKind): readonly Column<Customer | Supplier>[] => [
  {
    title: 'Name',
    cell: ({ id, name, archivedAt }) => (
      <>
        <RowLink to={`/partners/${kind}/${id}`}>{name}</RowLink> <ArchivedSign archivedAt={archivedAt} />
      </>
    ),
  },
  { title: 'Code', cell: ({ code }) => code },
  { title: 'E-mail', cell: ({ email }) => email ?? '–', deskOnly: true },
  { title: 'Phone', cell: ({ phone }) => phone ?? '–', deskOnly: true },
]

const AddPartner = ({ kind, onClick }: { kind: PartnerKind; onClick: () => void }) => (
  <May to="change partners">
    <Button onClick={onClick} leftSection={<IconPlus size={15} />}>
      Add a {partnerWords[kind]}
    </Button>
  </May>
)

export function PartnersPage({ kind }: { kind: PartnerKind }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 180)
  const [adding, { open, close }] = useDisclosure(false)
  const [archived, setArchived] = useState(false)
  const pages = usePages<Customer | Supplier>([kind, q, archived], (cursor) =>
    answerOf(api.GET(`/v1/${kind}`, { params: { query: { archived, ...given({ text: q, cursor }) } } })),
  )
  const add = <AddPartner kind={kind} onClick={open} />
  return (
    <Page title="Partners" actions={add}>
      <Tabs
        value={kind}
        mb="md"
        onChange={(next) => void navigate({ to: '/partners', search: { kind: next as PartnerKind } })}
      >
        <Tabs.List aria-label="Kind of partner">
          <Tabs.Tab value="customers">Customers</Tabs.Tab>
          <Tabs.Tab value="suppliers">Suppliers</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={kind} pt="md">
          <Group mb="sm">
            <TextInput
              aria-label={`Filter ${kind}`}
              placeholder="Name or code"
              leftSection={<IconSearch size={15} />}
              flex="0 1 360px"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <ArchivedToo checked={archived} onChange={setArchived} />
          </Group>
          <Section title={kind === 'customers' ? 'Customers' : 'Suppliers'} flush>
            <Listing
              label={kind}
              pages={pages}
              columns={named(kind)}
              keyOf={({ id }) => id}
              empty={<Empty title={q ? `Nobody fits "${q}"` : `No ${kind} yet`} action={q ? null : add} />}
            />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value={kind === 'customers' ? 'suppliers' : 'customers'}> </Tabs.Panel>
      </Tabs>
      <PartnerForm kind={kind} opened={adding} onClose={close} partner={null} />
    </Page>
  )
}
