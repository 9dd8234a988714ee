import type { MockRecall } from '../../api/types.ts'
import { Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { AddAction } from './action-form.tsx'
import { ActionRows } from './action-list.tsx'

export const ActionsOfMock = ({ mock: { id, actions, state } }: { mock: MockRecall }) => (
  <Section title="Corrective actions" aside={<AddAction by={{ kind: 'mock', id }}>Add an action</AddAction>} flush>
    {actions.length === 0 ? (
      <Empty title={state === 'running' ? 'None yet' : 'Nothing was to be put right'} />
    ) : (
      <ActionRows actions={actions} />
    )}
  </Section>
)
