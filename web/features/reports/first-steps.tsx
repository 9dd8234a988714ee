import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { Section } from '../../shared/page.tsx'
import classes from './home-page.module.css'

const steps = [
  {
    to: '/products/new',
    title: 'Add a product',
    text: 'How it is counted, whether it expires, which batch goes first.',
  },
  { to: '/receive', title: 'Receive a batch', text: 'Scan or type the batch code and its last day.' },
  { to: '/orders/new', title: 'Enter an order', text: 'What expires first is reserved at once.' },
] as const

/** Shown until the first product is there. */
export function FirstSteps() {
  const first = useQuery({
    queryKey: ['products', 'any'],
    queryFn: () => answerOf(api.GET('/v1/products', { params: { query: { limit: 1 } } })),
  })
  if (!first.data || first.data.items.length > 0) return null
  return (
    <Section title="The first batch in three steps">
      <div className={classes.steps}>
        {steps.map(({ to, title, text }, index) => (
          <Link key={to} to={to} className={classes.step}>
            <span className={classes.stepNumber}>{index + 1}</span>
            <span>
              <Text fw={600}>{title}</Text>
              <Text c="dimmed">{text}</Text>
            </span>
          </Link>
        ))}
      </div>
    </Section>
  )
}
