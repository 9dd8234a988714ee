/**
 * web/app/run-page.tsx — a run of production with the samples of what it made, put together from features that do not know each other.
 */
import { RunPage as Run } from '../features/production/run-page.tsx'
import { SamplesOfMade } from '../features/samples/samples-of-made.tsx'

export const RunPage = ({ runRef }: { runRef: string }) => (
  <Run runRef={runRef} samples={(batches) => <SamplesOfMade batches={batches} />} />
)
