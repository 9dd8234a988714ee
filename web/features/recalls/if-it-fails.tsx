import { IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { ExposureFacts } from './exposure-facts.tsx'

/** What is at stake with a batch and all that was made of it, before anybody asks. */
export function IfItFails({ batch }: { batch: string }) {
  const exposure = useQuery({
    queryKey: ['exposure', batch],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/exposure', { params: { path: { id: batch } } })),
  })
  return (
    <Section title="If this batch fails" aside={<RecallBatch batch={batch} />}>
      <Loaded of={exposure} rows={3}>
        {(of) => <ExposureFacts of={of} />}
      </Loaded>
    </Section>
  )
}

const RecallBatch = ({ batch }: { batch: string }) => (
  <May to="recall">
    <LinkButton to="/recalls/new" search={{ batch }} size="xs" variant="default" leftSection={<IconUrgent size={14} />}>
      Recall this batch
    </LinkButton>
  </May>
)
