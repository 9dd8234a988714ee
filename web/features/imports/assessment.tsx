/**
 * web/features/imports/assessment.tsx — what a sheet of stock does not tell, or what went wrong with past shipments: each finding with its rows, units and money, and the rows themselves.
 */
import { Button, Stack, Text } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { assessments, cleanWords } from '#domain/imports/findings.ts'
import { moneyText } from '#domain/money.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { countOf, quantityText } from '../../shared/quantity.tsx'
import { Loaded } from '../../shared/states.tsx'
import { GapRows } from './import-rows.tsx'
import classes from './imports.module.css'

type Told = Awaited<ReturnType<typeof assessmentOf>>
type Gap = Told['gaps'][number]

const assessmentOf = (id: string) => answerOf(api.GET('/v1/imports/{id}/assessment', { params: { path: { id } } }))

export function Assessment({ of }: Readonly<{ of: Import }>) {
  const { id, wrong, good, committed } = of
  const query = useQuery({
    queryKey: ['import', id, 'assessment', wrong, good, committed],
    queryFn: () => assessmentOf(id),
  })
  return (
    <Section
      title={assessments[of.kind]?.title ?? ''}
      aside={
        <Button
          component="a"
          href={`/v1/imports/${id}/assessment.pdf`}
          target="_blank"
          size="xs"
          variant="default"
          leftSection={<IconFileTypePdf size={14} />}
        >
          PDF
        </Button>
      }
    >
      <Loaded of={query}>{(told) => <Shown of={of} told={told} />}</Loaded>
    </Section>
  )
}

const worthText = (worth: Gap['worth']): string =>
  worth.length === 0 ? '' : `, worth ${worth.map((money) => moneyText(money)).join(' and ')} at cost`

function Shown({ of, told }: Readonly<{ of: Import; told: Told }>) {
  const [open, setOpen] = useState<Gap['gap'] | null>(null)
  return (
    <Stack gap="md">
      <Text>
        {countOf(told.clean, 'row')} of {quantityText(told.rows)} {cleanWords(of.kind, told.clean)}. In all{' '}
        {countOf(told.units, 'unit')}
        {worthText(told.worth)}.
      </Text>
      <ul className={classes.gaps}>
        {told.gaps.map((gap) => (
          <li key={gap.gap}>
            <div>
              <strong>{gap.title}</strong>
              <Text fz="sm">{gap.means}</Text>
              <Text fz="sm" c="dimmed">
                {countOf(gap.units, 'unit')}
                {worthText(gap.worth)}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-expanded={open === gap.gap}
              aria-label={`${countOf(gap.rows, 'row')}: ${gap.title}`}
              onClick={() => setOpen(open === gap.gap ? null : gap.gap)}
            >
              {countOf(gap.rows, 'row')}
            </Button>
            {open === gap.gap ? (
              <div className={classes.gapRows}>
                <GapRows of={of} gap={gap.gap} title={gap.title} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Stack>
  )
}
