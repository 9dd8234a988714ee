/**
 * web/features/returns/inspected-section.tsx — who looked at what came back, what was found, and what was decided; each decision can be
 * taken back.
 */
import { Group, Stack, Text } from '@mantine/core'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Return } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Photos } from '../../shared/photos.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Sign } from '../../shared/sign.tsx'
import classes from './inspect.module.css'
import { type Decision, doneWords, type Inspection, lotName } from './return-words.ts'

export function InspectedSection({ found }: { found: Return }) {
  if (found.inspections.length === 0) return null
  return (
    <Section title="What was found and decided">
      <Stack gap="md">
        {found.inspections.map((one) => (
          <InspectionCard key={one.id} found={found} inspection={one} />
        ))}
      </Stack>
    </Section>
  )
}

/** What it was of, also where all of it is decided by now. */
function nameOf({ lines }: Return, { lineNo, batchId, unlabelledId }: Inspection): string {
  const line = lines.find((one) => one.lineNo === lineNo)
  const lot = line?.lots.find((one) => (unlabelledId ? one.unlabelledId === unlabelledId : one.batchId === batchId))
  return `${line?.sku ?? ''} ${lot ? lotName(lot) : ''}`
}

function InspectionCard({ found, inspection }: { found: Return; inspection: Inspection }) {
  const { checks, photos, decisions, note, inspectedBy, inspectedAt, quantity } = inspection
  const looked = checks.filter(({ result }) => result !== 'not_looked_at')
  return (
    <div className={classes.lot}>
      <Stack gap="xs">
        <div>
          {`${quantityText(quantity)} of `}
          <b>{nameOf(found, inspection)}</b>
          <Text c="dimmed" fz="sm">
            {inspectedBy}, <InstantText at={inspectedAt} />
            {note ? ` · ${note}` : ''}
          </Text>
        </div>
        {looked.length > 0 ? (
          <Group gap={6}>
            {looked.map(({ name, result }) => (
              <Sign key={name} tone={result === 'pass' ? 'good' : 'bad'}>
                {`${name}: ${result === 'pass' ? 'good' : 'bad'}`}
              </Sign>
            ))}
          </Group>
        ) : null}
        <Photos files={photos} />
        {decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} />
        ))}
      </Stack>
    </div>
  )
}

function DecisionRow({ decision }: { decision: Decision }) {
  const { becomes, quantity, stands, reason, disposalId, disposalNumber, destroyed, undoneBy, undoReason, placeCode } =
    decision
  const where = becomes === 'restock' ? ` to ${placeCode}` : ''
  const what = destroyed ? 'destroyed' : doneWords[becomes]
  return (
    <Group justify="space-between" gap="xs">
      <span>
        <span className={stands ? undefined : classes.undone}>{`${quantityText(quantity)} ${what}${where}`}</span>
        {disposalId ? (
          <>
            {' · '}
            <RowLink to={`/disposals/${disposalId}`}>{disposalNumber}</RowLink>
          </>
        ) : null}
        {reason ? ` · ${reason}` : ''}
        {undoneBy ? ` · taken back by ${undoneBy}: ${undoReason ?? ''}` : ''}
      </span>
      {stands && disposalId === null ? <TakeBack decision={decision} /> : null}
    </Group>
  )
}

function TakeBack({ decision: { id, becomes, quantity } }: { decision: Decision }) {
  return (
    <May to="inspect returns">
      <ReasonButton
        look={{ size: 'xs' }}
        title="Take this decision back"
        about={`${quantityText(quantity)} ${doneWords[becomes]}: the units stand and lie as before, and are to be decided again.`}
        confirm="Take it back"
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/return-decisions/{id}/undoing', {
              params: { path: { id } },
              body: { reason },
              headers: intent(key),
            }),
          )
        }
      >
        Take back
      </ReasonButton>
    </May>
  )
}
