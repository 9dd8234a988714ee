/**
 * web/features/receiving/receive-page.tsx — goods come in: against an announced shipment or without one.
 */
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocalStorage } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { Inbound, NewReceipt } from '../../api/types.ts'
import { Page, Section } from '../../shared/page.tsx'
import { PartnerPicker } from '../../shared/partner-picker.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useMe } from '../../shared/use-me.ts'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'
import { lineOf } from './line-question.tsx'
import type { ReceiptForm } from './receipt-line.tsx'
import { ReceiptLines } from './receipt-lines.tsx'
import { bodyOf, emptyLine, expectedLines, type ReceiptValues } from './receipt-values.ts'
import { useInbound } from './use-inbound.ts'

type ReceivePageProps = Readonly<{ inbound?: string | undefined; product?: string | undefined }>

export function ReceivePage({ inbound, product }: ReceivePageProps) {
  const announced = useInbound(inbound)
  const warehouses = useWarehouses()
  const [last] = useLocalStorage<string | null>({ key: 'firstout-receive-warehouse', defaultValue: null })
  const ready = warehouses.data !== undefined && (inbound === undefined || announced.data !== undefined)
  const first = warehouses.data?.find(({ code }) => code === last) ?? warehouses.data?.[0]
  return (
    <Page
      title="Receive"
      about={announced.data ? `Against ${announced.data.number}` : 'Scan or type; Enter goes on to the next field'}
      back={
        inbound
          ? { to: `/inbounds/${inbound}`, label: announced.data?.number ?? 'Inbound' }
          : { to: '/inbounds', label: 'Inbound' }
      }
    >
      {announced.error ? <ProblemAlert problem={asProblem(announced.error)} /> : null}
      {ready ? (
        <ReceiveForm
          key={announced.data?.id ?? 'free'}
          initial={initialValues({ inbound: announced.data, warehouse: first?.code ?? null, product })}
        />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

type Start = Readonly<{ inbound: Inbound | undefined; warehouse: string | null; product: string | undefined }>

function initialValues({ inbound, warehouse, product }: Start): ReceiptValues {
  const lines = inbound ? expectedLines(inbound) : []
  return {
    warehouse: inbound?.warehouseCode ?? warehouse,
    supplier: null,
    reference: '',
    inbound: inbound?.number ?? '',
    lot: '',
    lines: lines.length > 0 ? lines : [emptyLine({ product: product ?? '' })],
  }
}

function ReceiveForm({ initial }: { initial: ReceiptValues }) {
  const form = useForm({ initialValues: initial })
  const currency = useMe().data?.account.currency ?? 'USD'
  const navigate = useNavigate()
  const [, setLast] = useLocalStorage<string | null>({ key: 'firstout-receive-warehouse', defaultValue: null })
  const receive = useWrite(
    (body: NewReceipt, key) => answerOf(api.POST('/v1/receipts', { body, headers: intent(key) })),
    (receipt) => {
      setLast(receipt.warehouseCode)
      notifications.show({ message: `${receipt.number} is received.`, color: 'leaf' })
      void navigate({ to: '/receipts/$ref', params: { ref: receipt.id } })
    },
  )
  const send = (values: ReceiptValues) => receive.send(bodyOf(values, currency))
  const elsewhere = receive.problem && lineOf(receive.problem) === null ? receive.problem : null
  return (
    <form onSubmit={form.onSubmit(send)}>
      <HeaderFields form={form} />
      <ReceiptLines form={form} receive={receive} onSend={send}>
        <ProblemAlert problem={elsewhere} />
      </ReceiptLines>
    </form>
  )
}

function HeaderFields({ form }: { form: ReceiptForm }) {
  const warehouses = useWarehouses().data ?? []
  const inbounds = useQuery({
    queryKey: ['inbounds', 'open', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/inbounds', { params: { query: { state: 'open', limit: 100 } } })),
  })
  const navigate = useNavigate()
  return (
    <Section title="Delivery">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <Select
          label="Warehouse"
          required
          allowDeselect={false}
          data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('warehouse')}
        />
        <Select
          label="Announced as"
          placeholder="Not announced"
          clearable
          clearButtonProps={{ 'aria-label': 'Not announced' }}
          searchable
          data={(inbounds.data?.items ?? []).map(({ number, supplierName }) => ({
            value: number,
            label: supplierName ? `${number} · ${supplierName}` : number,
          }))}
          value={form.values.inbound || null}
          onChange={(number) => void navigate({ to: '/receive', search: number ? { inbound: number } : {} })}
        />
        {form.values.inbound === '' ? (
          <PartnerPicker
            kind="suppliers"
            label="Supplier"
            placeholder="Name or code"
            {...form.getInputProps('supplier')}
          />
        ) : null}
        <TextInput label="Delivery note" placeholder="Number on the papers" {...form.getInputProps('reference')} />
      </SimpleGrid>
    </Section>
  )
}
