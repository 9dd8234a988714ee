import type { Sample } from '../../api/types.ts'
import { Sign, type Tone } from '../../shared/sign.tsx'

const looks: Readonly<Record<Sample['state'], readonly [Tone, string]>> = {
  kept: ['good', 'kept'],
  due: ['soon', 'due'],
  gone: ['quiet', 'gone'],
}

export function SampleState({ state }: Pick<Sample, 'state'>) {
  const [tone, words] = looks[state]
  return <Sign tone={tone}>{words}</Sign>
}
