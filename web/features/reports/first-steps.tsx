import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { Section } from '../../shared/page.tsx'
import classes from './home-page.module.css'

const one = { params: { query: { limit: 1 } } }

const steps = [
  {
    to: '/products/new',
    title: 'Add a product',
    text: 'How it is counted, whether it expires, which batch goes first.',
    read: () => answerOf(api.GET('/v1/products', one)),
  },
  {
    to: '/receive',
    title: 'Receive a batch',
    text: 'Scan or type the batch code and its last day.',
    read: () => answerOf(api.GET('/v1/receipts', one)),
  },
  {
    to: '/orders/new',
    title: 'Enter an order',
    text: 'What expires first is reserved at once.',
    read: () => answerOf(api.GET('/v1/orders', one)),
  },
] as const

/** Shown until a product, a receipt and an order are there. */
export function FirstSteps() {
  const done = useQuery({
    queryKey: ['first-steps'],
    queryFn: () => Promise.all(steps.map(async ({ read }) => (await read()).items.length > 0)),
  })
  if (!done.data || done.data.every(Boolean)) return null
  return (
    <Section title="The first batch in three steps">
      <div className={classes.steps}>
        {steps.map(({ to, title, text }, index) => (
          <Link key={to} to={to} className={classes.step} data-done={done.data[index] || undefined}>
            <span className={classes.stepNumber}>{done.data[index] ? <IconCheck size={15} /> : index + 1}</span>
            <span>
              <Text fw={600}>{done.data[index] ? `${title}: done` : title}</Text>
              <Text c="dimmed">{text}</Text>
            </span>
          </Link>
        ))}
      </div>
    </Section>
  )
}
