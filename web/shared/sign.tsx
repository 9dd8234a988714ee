/**
 * web/shared/sign.tsx — a state in a word, a shape and a colour; the same size everywhere.
 */
import type { ReactNode } from 'react'
import classes from './sign.module.css'

export type Tone = 'good' | 'soon' | 'bad' | 'held' | 'quiet' | 'active'

export function Sign({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.sign} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
