/**
 * web/app/mock-page.tsx — a rehearsal with what is put right because of it, put together from features that do not know each other.
 */
import { ActionsOfMock } from '../features/corrective/actions-of-mock.tsx'
import { MockPage as Rehearsal } from '../features/mocks/mock-page.tsx'

export const MockPage = ({ mockRef }: { mockRef: string }) => (
  <Rehearsal mockRef={mockRef} putRight={(mock) => <ActionsOfMock mock={mock} />} />
)
