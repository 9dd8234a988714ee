import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Got } from '../../api/types.ts'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { stepsInWords } from './alert-words.tsx'
import { StepsForm } from './steps-form.tsx'

type Steps = Got<'/v1/alert-steps'>
type OfProduct = Steps['products'][number]

const columns: readonly Column<OfProduct>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Told', cell: ({ days }) => stepsInWords(days) },
  { title: 'Written by', cell: ({ setBy }) => setBy, deskOnly: true },
]

/** When somebody is told that a batch comes to its last day, and which products differ. */
export function StepSettings() {
  const steps = useQuery({ queryKey: ['alert-steps'], queryFn: () => answerOf(api.GET('/v1/alert-steps')) })
  return (
    <Loaded of={steps} rows={4}>
      {({ account, products }) => (
        <>
          <Section title="When expiry is told of">
            <AccountSteps key={account.days.join()} days={account.days} />
          </Section>
          <Section title="Products with steps of their own" flush>
            {products.length === 0 ? (
              <Empty title="All products have the steps of the account">
                Others are written on the page of a product.
              </Empty>
            ) : (
              <Rows rows={products} columns={columns} keyOf={({ productId }) => productId} label="Steps of products" />
            )}
          </Section>
        </>
      )}
    </Loaded>
  )
}

function AccountSteps({ days }: { days: readonly number[] }) {
  const may = useMay('change account')
  const change = useWrite(
    (to: number[], key) => answerOf(api.PUT('/v1/alert-steps', { body: { days: to }, headers: intent(key) })),
    () => notifications.show({ message: 'Kept. All that lies here is judged by these steps now.' }),
  )
  return (
    <StepsForm
      days={days}
      readOnly={!may}
      sending={change.sending}
      problem={change.problem}
      onSave={(to) => change.send(to)}
    />
  )
}
