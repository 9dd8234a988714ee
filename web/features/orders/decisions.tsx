import { Drawer, List, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Decision, OrderLine } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText, isoDayInWords } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { daysInWords } from '../../shared/spoken.ts'
import { Empty, Loaded } from '../../shared/states.tsx'

const causes: Record<string, string> & Record<Decision['cause'], string> = {
  order: 'The order came in',
  edit: 'The quantity was changed',
  hold: 'A hold was placed',
  lift: 'A hold was lifted',
  receipt: 'Stock came in',
  release: 'Stock was given free',
  correction: 'A date was corrected',
  retry: 'Tried again by hand',
  expiry: 'A batch had too few days left',
  rule: 'A rule was changed',
  delivery: 'The days of delivery changed',
  swap: 'Another batch was picked',
  short: 'Fewer were found at the bin',
  disposal: 'What was promised was destroyed',
  unship: 'A shipment was cancelled',
}

export const causeWords = (cause: string): string => causes[cause] ?? cause

type DecisionsProps = Readonly<{ line: OrderLine; opened: boolean; onClose: () => void }>

/** Every decision about a line as it was judged then; what changed since does not change the past. */
export function Decisions({ line: { id, sku }, opened, onClose }: DecisionsProps) {
  const decisions = useQuery({
    queryKey: ['decisions', id],
    queryFn: () => answerOf(api.GET('/v1/order-lines/{id}/decisions', { params: { path: { id } } })),
    enabled: opened,
  })
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title={`Decisions about ${sku}`}>
      <Loaded of={decisions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing was decided yet" />
          ) : (
            <Timeline bulletSize={14} lineWidth={2}>
              {items.map((decision) => (
                <Timeline.Item key={decision.id} title={causes[decision.cause]}>
                  <DecisionShown decision={decision} />
                </Timeline.Item>
              ))}
            </Timeline>
          )
        }
      </Loaded>
    </Drawer>
  )
}

function DecisionShown({ decision }: { decision: Decision }) {
  const { decidedAt, actorName, asked, shortfall, judgedOn, picks, passedOver, rules } = decision
  return (
    <>
      <Text fz="sm" c="dimmed">
        <InstantText at={decidedAt} /> · {actorName} · judged for {isoDayInWords(judgedOn)}
      </Text>
      <Text mt={4}>
        {quantityText(asked)} asked{shortfall > 0 ? `, ${quantityText(shortfall)} short` : ''}
      </Text>
      <List mt={4} spacing={2} fz="md">
        {picks.map(({ batchId, placeId, batchCode, quantity }) => (
          <List.Item key={`${batchId} ${placeId}`}>
            {quantityText(quantity)} from <BatchLink id={batchId} code={batchCode} />
          </List.Item>
        ))}
        {passedOver.map(({ batchId, placeId, says }) => (
          <List.Item key={`over ${batchId} ${placeId}`} c="dimmed">
            {daysInWords(says)}
          </List.Item>
        ))}
        {rules.map(({ ruleId, setting, name, says, over }) => (
          <List.Item key={`rule ${ruleId} ${setting}`} c="dimmed">
            Rule <RowLink to={`/rules/${ruleId}`}>{name}</RowLink>: {daysInWords(says)}
            {over.map((other, index) => (
              <Fragment key={other.ruleId}>
                {index === 0 ? '; narrower than ' : ', '}
                <RowLink to={`/rules/${other.ruleId}`}>{other.name}</RowLink>
              </Fragment>
            ))}
          </List.Item>
        ))}
      </List>
    </>
  )
}
