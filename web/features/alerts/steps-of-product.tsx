import { Button, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import { May } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { stepsInWords } from './alert-words.tsx'
import { StepsForm } from './steps-form.tsx'

type OfProduct = Readonly<{ product: Readonly<{ id: string; sku: string }> }>

/** On the page of a product: when somebody is told that a batch of it comes to its last day. */
export function StepsOfProduct({ product }: OfProduct) {
  const [opened, dialog] = useDisclosure(false)
  const { data } = useQuery({
    queryKey: ['alert-steps', product.id],
    queryFn: () => answerOf(api.GET('/v1/alert-steps', { params: { query: { product: product.id } } })),
  })
  if (!data) return null
  const own = data.products[0]
  return (
    <Section
      title="When expiry is told of"
      aside={
        <May to="change products">
          <Group gap="xs">
            {own ? <AsTheAccount product={product} /> : null}
            <Button size="xs" variant="default" onClick={dialog.open}>
              {own ? 'Change' : 'Other steps'}
            </Button>
          </Group>
        </May>
      }
    >
      <Facts
        of={{
          Told: stepsInWords(own?.days ?? data.account.days),
          'Written by': own ? `${own.setBy}, for this product` : 'as for the whole account',
        }}
      />
      {opened ? <OwnSteps product={product} days={own?.days ?? data.account.days} onClose={dialog.close} /> : null}
    </Section>
  )
}

const pathTo = (id: string) => ({ params: { path: { id } } })

function AsTheAccount({ product: { id } }: OfProduct) {
  const back = useWrite((_: null, key) =>
    answerOf(api.DELETE('/v1/alert-steps/{id}', { ...pathTo(id), headers: intent(key) })),
  )
  return (
    <Button size="xs" variant="default" loading={back.sending} onClick={() => back.send(null)}>
      As the account
    </Button>
  )
}

type OwnStepsProps = OfProduct & Readonly<{ days: readonly number[]; onClose: () => void }>

function OwnSteps({ product, days, onClose }: OwnStepsProps) {
  const change = useWrite(
    (to: number[], key) =>
      answerOf(api.PUT('/v1/alert-steps/{id}', { ...pathTo(product.id), body: { days: to }, headers: intent(key) })),
    onClose,
  )
  return (
    <Modal opened onClose={onClose} title={`When expiry of ${product.sku} is told of`}>
      <StepsForm
        days={days}
        readOnly={false}
        sending={change.sending}
        problem={change.problem}
        onSave={(to) => change.send(to)}
      />
    </Modal>
  )
}
