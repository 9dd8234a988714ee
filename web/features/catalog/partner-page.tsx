import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Customer, Supplier } from '../../api/types.ts'
import { archiveWords } from '../../shared/archive.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { PartnerForm } from '../../shared/partner-form.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { PartnerKind } from './partner-pages.tsx'

type PartnerPageProps = Readonly<{
  kind: PartnerKind
  partnerRef: string
  /** What others know of them. */
  more?: (partner: Customer | Supplier) => ReactNode
}>

export function PartnerPage({ kind, partnerRef, more }: PartnerPageProps) {
  const [changing, { open, close }] = useDisclosure(false)
  const archive = useArchive(kind)
  const partner = useQuery<Customer | Supplier>({
    queryKey: [kind, 'one', partnerRef],
    queryFn: () => answerOf(api.GET(`/v1/${kind}/{ref}`, { params: { path: { ref: partnerRef } } })),
  })
  return (
    <Page
      title={partner.data?.name ?? (kind === 'customers' ? 'Customer' : 'Supplier')}
      about={
        partner.data ? [partner.data.code, partner.data.archivedAt ? 'archived' : ''].filter(Boolean).join(' · ') : ''
      }
      back={{ to: `/partners?kind=${kind}`, label: 'Partners' }}
      actions={
        partner.data ? (
          <May to="change partners">
            <ArchiveButton partner={partner.data} archive={archive} />
            <Button variant="default" leftSection={<IconPencil size={15} />} onClick={open}>
              Change
            </Button>
          </May>
        ) : null
      }
    >
      <ProblemAlert problem={archive.problem} />
      <Loaded of={partner}>
        {(got) => (
          <>
            <PartnerFacts partner={got} />
            {more?.(got)}
            <PartnerForm key={JSON.stringify(got)} kind={kind} opened={changing} onClose={close} partner={got} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

type Archiving = Readonly<{ id: string; archived: boolean }>

function useArchive(kind: PartnerKind) {
  return useWrite(({ id, archived }: Archiving, key): Promise<Customer | Supplier> => {
    const headers = intent(key)
    return answerOf(api.PATCH(`/v1/${kind}/{id}`, { params: { path: { id } }, body: { archived }, headers }))
  })
}

type ArchiveButtonProps = Readonly<{ partner: Customer | Supplier; archive: ReturnType<typeof useArchive> }>

function ArchiveButton({ partner: { id, archivedAt }, archive }: ArchiveButtonProps) {
  return (
    <Button
      variant="default"
      loading={archive.sending}
      onClick={() => archive.send({ id, archived: archivedAt === null })}
    >
      {archiveWords({ archivedAt })}
    </Button>
  )
}

function PartnerFacts({ partner }: { partner: Customer | Supplier }) {
  const customer = 'deliveryLifeDaysMin' in partner ? partner : null
  return (
    <Section
      title="About"
      aside={
        customer ? (
          <LinkButton to="/orders" search={{ customer: customer.code }} size="xs" variant="subtle">
            Orders of this customer
          </LinkButton>
        ) : null
      }
    >
      <Facts
        of={{
          'E-mail': partner.email ?? '–',
          Phone: partner.phone ?? '–',
          Address: partner.address ?? '–',
          ...(customer
            ? {
                Country: customer.country ?? '–',
                'Least life on delivery':
                  customer.deliveryLifeDaysMin === null
                    ? 'as the product says'
                    : countOf(customer.deliveryLifeDaysMin, 'day'),
              }
            : {}),
          Since: <InstantText at={partner.createdAt} />,
        }}
      />
    </Section>
  )
}
