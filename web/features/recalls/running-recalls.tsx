import { IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { Sign } from '../../shared/sign.tsx'
import { kindText } from './recall-words.tsx'
import classes from './recalls.module.css'

/** On top of the home page while one runs, for everybody: nobody works past it. */
export function RunningRecalls() {
  const running = useQuery({
    queryKey: ['recalls', 'running'],
    queryFn: () => answerOf(api.GET('/v1/recalls', { params: { query: { state: 'running' } } })),
  })
  return (running.data?.items ?? []).map((recall) => (
    <Link key={recall.id} to="/recalls/$ref" params={{ ref: recall.number }} className={classes.running}>
      <Sign tone="bad" icon={<IconUrgent />}>{`${recall.number} is running`}</Sign>
      <span className={classes.runningTitle}>{recall.title}</span>
      <span>{kindText(recall)}</span>
      {recall.startedAt ? (
        <span>
          since <InstantText at={recall.startedAt} />
        </span>
      ) : null}
    </Link>
  ))
}
