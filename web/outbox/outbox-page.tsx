/**
 * web/outbox/outbox-page.tsx — all that was done on this device and the server does not know, or did not accept.
 */
import { InstantText } from '../shared/date-text.tsx'
import { Page, Section } from '../shared/page.tsx'
import { Empty } from '../shared/states.tsx'
import { deedWords } from './deeds.ts'
import classes from './outbox.module.css'
import { RefusedActs } from './refused-act.tsx'
import { useQueue } from './use-outbox.tsx'

export function OutboxPage() {
  const { waiting, refused } = useQueue()
  return (
    <Page
      title="Not sent yet"
      about="What was done on this device without network. It goes by itself when the network is back."
    >
      <RefusedActs acts={refused} />
      {waiting.length + refused.length === 0 ? <Empty title="All is sent" /> : null}
      {waiting.length > 0 ? (
        <Section title="Waiting for the network" flush>
          <ol className={classes.list}>
            {waiting.map(({ id, deed, madeAt }) => (
              <li key={id} className={classes.act}>
                <span>{deedWords(deed)}</span>
                <InstantText at={madeAt} />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </Page>
  )
}
