import type { IdentificationSummary } from '../../api/types.ts'
import { Sign } from '../../shared/sign.tsx'

const states = {
  open: { tone: 'active', words: 'being identified' },
  done: { tone: 'good', words: 'nothing is left without a batch' },
  given_up: { tone: 'quiet', words: 'the rest is given up' },
} as const

export function PathState({ of, name }: Readonly<{ of: Pick<IdentificationSummary, 'state'>; name?: string }>) {
  const { tone, words } = states[of.state]
  return (
    <>
      {name ? `${name} · ` : null}
      <Sign tone={tone}>{words}</Sign>
    </>
  )
}
