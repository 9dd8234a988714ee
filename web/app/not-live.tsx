/**
 * web/app/not-live.tsx — says in the header that the server is out of reach, since when, and that it is being tried again. It has
 * the room of the sign alone, so that nothing on the page moves when it comes or goes.
 */
import { IconCloudOff } from '@tabler/icons-react'
import { clockTime } from '../shared/date-text.tsx'
import classes from './not-live.module.css'

export function NotLive({ since }: { since: Date | null }) {
  return (
    <div role="status" aria-label="Connection" className={classes.place}>
      {since ? (
        <div className={classes.sign}>
          <IconCloudOff size={18} aria-hidden="true" />
          <div>
            <div className={classes.head}>Not live since {clockTime(since)}.</div>
            <div>
              <span className={classes.more}>What you see may be old. </span>Trying again…
            </div>
          </div>
        </div>
      ) : null}
    </div>
  )
}
