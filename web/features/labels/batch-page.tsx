/**
 * web/features/labels/batch-page.tsx — behind the code on a package, for everybody: what it is, its last day, and whether it is recalled.
 */
import { Alert, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleCheck, IconHelp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { BatchPageContent } from '../../api/types.ts'
import { Facts } from '../../shared/page.tsx'
import { Loading, ProblemAlert } from '../../shared/states.tsx'
import classes from './labels.module.css'

type Asked = Readonly<{ account: string; gtin: string; batch: string }>

export function PublicBatchPage(asked: Asked) {
  const page = useQuery({
    queryKey: ['batch-page', asked],
    queryFn: () => answerOf(api.POST('/v1/batch-page', { body: asked })),
    retry: false,
    refetchOnWindowFocus: false,
  })
  useDocumentTitle(page.data ? `${page.data.brand} · ${page.data.batch}` : 'Batch')
  return (
    <main className={classes.page}>
      {page.data ? <Shown of={page.data} gtin={asked.gtin} /> : null}
      {page.isPending ? <Loading rows={6} /> : null}
      {page.error ? (
        <ProblemAlert problem={asProblem(page.error)} onRetry={() => void page.refetch()} asking={page.isFetching} />
      ) : null}
    </main>
  )
}

function Shown({ of, gtin }: Readonly<{ of: BatchPageContent; gtin: string }>) {
  const { brand, known, batch, contact, recalls } = of
  return (
    <Stack gap="md">
      <Text fw={680} fz="lg">
        {brand}
      </Text>
      <Title order={1} fz="xl">
        {known ? known.product : `Batch ${batch}`}
      </Title>
      <Facts of={{ Batch: batch, ...(known?.lastDay ? { [known.lastDay.name]: known.lastDay.on } : {}), GTIN: gtin }} />
      <Verdict of={of} />
      {recalls.map((recall) => (
        <Told key={`${recall.subject} ${recall.isOver}`} recall={recall} />
      ))}
      {contact ? (
        <Text>
          <b>Questions:</b> {contact}
        </Text>
      ) : null}
    </Stack>
  )
}

function Verdict({ of: { known, recalls, brand } }: { of: BatchPageContent }) {
  if (!known)
    return (
      <Alert color="gray" icon={<IconHelp />} title="This batch is not known">
        {`${brand} knows no batch of this number. Compare it with the package; if it is the same, ask.`}
      </Alert>
    )
  if (recalls.length === 0)
    return (
      <Alert color="leaf" icon={<IconCircleCheck />} title="Not recalled">
        No recall concerns this batch today.
      </Alert>
    )
  return (
    <Alert color="brick" icon={<IconAlertTriangle />} title="This batch is recalled">
      {recalls.every(({ isOver }) => isOver)
        ? 'The recall is over, but what is left of this batch is still not to be used. Read what to do.'
        : 'Do not use it. Read what to do.'}
    </Alert>
  )
}

function Told({ recall: { subject, passages } }: { recall: BatchPageContent['recalls'][number] }) {
  return (
    <article>
      <Title order={2} fz="lg" mb="xs">
        {subject}
      </Title>
      {passages.map(({ heading, lines }) => (
        <section key={`${heading} ${lines[0]}`}>
          {heading === null ? null : <Text fw={650}>{heading}</Text>}
          {lines.map((line) => (
            <Text key={line} mb="xs">
              {line}
            </Text>
          ))}
        </section>
      ))}
    </article>
  )
}
