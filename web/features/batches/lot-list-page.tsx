/**
 * web/features/batches/lot-list-page.tsx — lots: batches that travel, are held and are asked about together.
 */
import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { LotSummary, NewBody } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { DialogFoot } from '../../shared/dialog-foot.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useWrite } from '../../shared/use-write.ts'

const columns: readonly Column<LotSummary>[] = [
  { title: 'Lot', cell: ({ id, code }) => <RowLink to={`/lots/${id}`}>{code}</RowLink> },
  { title: 'Name', cell: ({ name }) => name || '–' },
  { title: 'Since', cell: ({ createdAt }) => <InstantText at={createdAt} /> },
  { title: 'Batches', cell: ({ batchCount }) => <Quantity of={batchCount} dimZero />, end: true },
]

export function LotListPage() {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 180)
  const [adding, { open, close }] = useDisclosure(false)
  const pages = usePages(['lots', 'page', text], (cursor) =>
    answerOf(api.GET('/v1/lots', { params: { query: given({ text, cursor }) } })),
  )
  const add = (
    <May to="receive">
      <Button onClick={open} leftSection={<IconPlus size={15} />}>
        Make a lot
      </Button>
    </May>
  )
  return (
    <Page title="Lots" about="Batches that came or go together: held, traced and asked about as one" actions={add}>
      <TextInput
        aria-label="Filter lots"
        placeholder="Code or name"
        leftSection={<IconSearch size={15} />}
        maw={360}
        mb="sm"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Section title="All lots" flush>
        <Listing
          label="Lots"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            text ? (
              <Empty title={`No lot fits "${text}"`} />
            ) : (
              <Empty title="No lots yet" action={add}>
                A container, a pallet, a delivery: batches of one product or of several.
              </Empty>
            )
          }
        />
      </Section>
      {adding ? <MakeLot onClose={close} /> : null}
    </Page>
  )
}

type Body = NewBody<'/v1/lots'>

function MakeLot({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const form = useForm({ initialValues: { code: '', name: '' } })
  const make = useWrite(
    (body: Body, key) => answerOf(api.POST('/v1/lots', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/lots/$ref', params: { ref: id } }),
  )
  const elsewhere = useFieldProblems(form, make.problem)
  return (
    <Modal opened onClose={onClose} title="Make a lot">
      <form
        onSubmit={form.onSubmit(({ code, name }) => make.send({ code: code.trim(), ...given({ name: name.trim() }) }))}
      >
        <Stack gap="md">
          <TextInput label="Code" required maxLength={80} data-autofocus {...form.getInputProps('code')} />
          <TextInput label="Name" placeholder="What it is" maxLength={200} {...form.getInputProps('name')} />
          <DialogFoot problem={elsewhere} onLeave={onClose} sending={make.sending}>
            Make the lot
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
