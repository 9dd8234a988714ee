/**
 * web/shared/told.tsx — what was just done, said to eye and ear, while the next task stands below it already.
 */
import { Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Sign } from './sign.tsx'

/** Of a list of tasks: the one that was chosen, until it is done; and the words that say what was. */
export function useTaskInTurn<Words>() {
  const [chosen, choose] = useState<string | null>(null)
  const [told, setTold] = useState<Words | null>(null)
  const done = (words: Words) => {
    setTold(words)
    choose(null)
  }
  return { chosen, choose, told, done }
}

export const Told = ({ words, children }: { words: string | null; children?: ReactNode }) => (
  <div role="status" aria-live="polite">
    {words ? (
      <Text fw={600} mb="sm">
        <Sign tone="good">
          <span style={{ whiteSpace: 'normal' }}>{words}</span>
        </Sign>
      </Text>
    ) : null}
    {children}
  </div>
)
