/**
 * web/kept/kept-waves.tsx — the waves that can be gone on with while the server does not answer.
 */
import { useQuery } from '@tanstack/react-query'
import type { PickWave } from '../api/types.ts'
import { RowLink } from '../shared/listing.tsx'
import { Section } from '../shared/page.tsx'
import { useMe } from '../shared/use-me.ts'
import { AsOf } from './as-of.tsx'
import { isAway } from './is-away.ts'
import { keptWaves } from './kept-answers.ts'
import classes from './kept-waves.module.css'

export function KeptWaves() {
  const me = useMe()
  const person = me.data?.id ?? ''
  const away = isAway(me)
  const waves = useQuery({
    queryKey: ['kept-waves', person],
    queryFn: () => keptWaves(person),
    enabled: away,
    retry: false,
  })
  const [first, ...others] = waves.data ?? []
  if (!away || !first) return null
  return (
    <Section title="On this device" flush>
      <ul className={classes.list}>
        {[first, ...others].map(({ name, at, answer }) => (
          <li key={name} className={classes.row}>
            <RowLink to={`/pick/${(answer as PickWave).id}`}>{`Pick ${(answer as PickWave).number}`}</RowLink>
            <AsOf at={at} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
