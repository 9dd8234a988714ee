/**
 * web/features/reports/first-steps.tsx — how a new account comes from its spreadsheet to the first label and the first order, until it has got there.
 */
import { Anchor, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import type { Permission } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { useMe } from '../../shared/use-me.ts'
import classes from './home-page.module.css'

const one = { params: { query: { limit: 1 } } }

type Step = Readonly<{
  title: string
  text: string
  to: string
  byHand: Readonly<{ to: string; text: string }>
  needs: Permission
  /** Who prints no labels is not asked for them for ever. */
  mayBeLeft?: boolean
  read: () => Promise<{ items: readonly unknown[] }>
}>

const steps: readonly Step[] = [
  {
    title: 'Your products',
    text: 'Upload the sheet that you have, as it is. What its columns say is guessed, and you can change it.',
    to: '/imports?kind=products',
    byHand: { to: '/products/new', text: 'Add one by hand' },
    needs: 'change products',
    read: () => answerOf(api.GET('/v1/products', one)),
  },
  {
    title: 'Your stock by batch',
    text: 'A row for each batch and bin. You see what is missing or cannot be, and what that costs, before anything is written.',
    to: '/imports?kind=stock',
    byHand: { to: '/receive', text: 'Receive one by hand' },
    needs: 'receive',
    read: () => answerOf(api.GET('/v1/receipts', one)),
  },
  {
    title: 'The first label',
    text: 'Print labels of what came: on the page of the import, of the receipt, or of a batch.',
    to: '/imports',
    byHand: { to: '/labels', text: 'How labels look' },
    needs: 'print labels',
    mayBeLeft: true,
    read: () => answerOf(api.GET('/v1/label-prints', one)),
  },
  {
    title: 'The first order',
    text: 'Upload the open ones. What expires first is reserved at once, and each line says why.',
    to: '/imports?kind=orders',
    byHand: { to: '/orders/new', text: 'Enter one by hand' },
    needs: 'order',
    read: () => answerOf(api.GET('/v1/orders', one)),
  },
]

/** Shown until all is done but what may be left out, to each what they may do of it. */
export function FirstSteps() {
  const { data: me } = useMe()
  const done = useQuery({
    queryKey: ['first-steps'],
    queryFn: () => Promise.all(steps.map(async ({ read }) => (await read()).items.length > 0)),
  })
  if (!done.data || steps.every(({ mayBeLeft }, index) => mayBeLeft || done.data[index])) return null
  const own = steps.flatMap((step, index) =>
    me?.may.includes(step.needs) ? [{ step, isDone: done.data[index] ?? false }] : [],
  )
  if (own.length === 0) return null
  return (
    <Section title="From your spreadsheet to the first label, in ten minutes">
      <ol className={classes.steps} aria-label="First steps">
        {own.map(({ step, isDone }, index) => (
          <StepShown key={step.title} step={step} nth={index + 1} isDone={isDone} />
        ))}
      </ol>
    </Section>
  )
}

type StepShownProps = Readonly<{ step: Step; nth: number; isDone: boolean }>

function StepShown({ step: { title, text, to, byHand }, nth, isDone }: StepShownProps) {
  return (
    <li className={classes.step} data-done={isDone || undefined}>
      <span className={classes.stepNumber}>{isDone ? <IconCheck size={15} /> : nth}</span>
      <span>
        <Anchor component={Link} to={to as '/'} fw={600} className={classes.stepLink}>
          {isDone ? `${title}: done` : title}
        </Anchor>
        <Text c="dimmed">{text}</Text>
        <Anchor component={Link} to={byHand.to as '/'} fz="sm" className={classes.part}>
          {byHand.text}
        </Anchor>
      </span>
    </li>
  )
}
