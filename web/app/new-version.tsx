/**
 * web/app/new-version.tsx — says that the server has a newer app than the one that is open, and loads it when the person wants. It waits while
 * something is being sent or waits to be.
 */
import { Button } from '@mantine/core'
import { useIsMutating } from '@tanstack/react-query'
import { useQueue } from '../outbox/use-outbox.tsx'
import classes from './new-version.module.css'
import { useNewerBuild } from './service-worker.ts'

export function NewVersion() {
  const newer = useNewerBuild()
  const sending = useIsMutating() > 0
  const waits = useQueue().waiting.length > 0
  return (
    <div role="status" aria-label="Version" className={classes.place}>
      {newer && !sending && !waits ? (
        <div className={classes.sign}>
          A new version is here
          <Button size="xs" onClick={() => window.location.reload()}>
            Load it
          </Button>
        </div>
      ) : null}
    </div>
  )
}
