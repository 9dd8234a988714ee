/**
 * web/features/receiving/receive-page.tsx — goods come in: against an announced shipment or without one.
 */
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { answerOf, api, intent } from '../../api/client.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { Inbound, NewReceipt } from '../../api/types.ts'
import { enterGoesOn, useFirstStep } from '../../shared/enter-goes-on.ts'
import { ForceStorage } from '../../shared/force-storage.tsx'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { Page } from '../../shared/page.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import { useLastWarehouse } from '../../shared/use-last-warehouse.ts'
import { useMe } from '../../shared/use-me.ts'
import { useWrite } from '../../shared/use-write.ts'
import { DeliveryFields } from './delivery-fields.tsx'
import { lineOf } from './line-question.tsx'
import { addLine, ReceiptLines } from './receipt-lines.tsx'
import { placeProblems } from './receipt-problems.ts'
import { bodyOf, emptyLine, expectedLines, type ReceiptValues } from './receipt-values.ts'
import { useInbound } from './use-inbound.ts'

type ReceivePageProps = Readonly<{ inbound?: string | undefined; product?: string | undefined }>

export function ReceivePage({ inbound, product }: ReceivePageProps) {
  const announced = useInbound(inbound)
  const last = useLastWarehouse()
  const ready = last.ready && (inbound === undefined || announced.data !== undefined)
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
          initial={initialValues({ inbound: announced.data, warehouse: last.code, product })}
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
    lot: null,
    lines: lines.length > 0 ? lines : [emptyLine({ product: product ?? '' })],
  }
}

function ReceiveForm({ initial }: { initial: ReceiptValues }) {
  const form = useForm({ initialValues: initial })
  const currency = useMe().data?.account.currency ?? 'USD'
  const navigate = useNavigate()
  const { remember } = useLastWarehouse()
  const within = useRef<HTMLFormElement>(null)
  const receive = useWrite(
    (body: NewReceipt, key) => answerOf(api.POST('/v1/receipts', { body, headers: intent(key) })),
    (receipt) => {
      remember(receipt.warehouseCode)
      notifications.show({ message: `${receipt.number} is received.`, color: 'leaf' })
      void navigate({ to: '/receipts/$ref', params: { ref: receipt.id } })
    },
  )
  const placing = (problem: Problem) => placeProblems(problem, form.values.lines)
  const elsewhere = useFieldProblems(form, receive.problem, placing)
  const send = (values: ReceiptValues) => receive.send(bodyOf(values, currency))
  useFirstStep(within)
  return (
    <form
      ref={within}
      onSubmit={form.onSubmit(send)}
      onKeyDown={(event) => enterGoesOn(event, () => addLine(form, within.current))}
    >
      <DeliveryFields form={form} />
      <ReceiptLines form={form} receive={{ ...receive, problem: elsewhere }} onSend={send}>
        <ProblemAlert problem={elsewhere && lineOf(elsewhere) === null ? elsewhere : null} />
        <ForceStorage
          problem={receive.problem}
          sending={receive.sending}
          onForce={(force) => receive.send({ ...bodyOf(form.values, currency), force })}
        />
      </ReceiptLines>
    </form>
  )
}
