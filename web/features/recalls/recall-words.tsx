/**
 * web/features/recalls/recall-words.tsx — kinds, classes and states of recalls in words.
 */
import type { Recall } from '../../api/types.ts'
import { Sign, type Tone } from '../../shared/sign.tsx'

type State = Recall['state']
export type RecallKind = Recall['kind']
export type RecallClass = NonNullable<Recall['class']>

export const kindWords: Readonly<Record<RecallKind, string>> = {
  recall: 'Recall',
  withdrawal: 'Market withdrawal',
  stock_recovery: 'Stock recovery',
}

export const kindsAbout: Readonly<Record<RecallKind, string>> = {
  recall: 'It breaks the law, or can harm people',
  withdrawal: 'A small fault that breaks no law, or none at all',
  stock_recovery: 'Nothing of it has left your hands yet',
}

export const classesAbout: Readonly<Record<RecallClass, string>> = {
  I: 'It may kill, or harm for good',
  II: 'It may harm for a while; lasting harm is unlikely',
  III: 'It hardly harms anybody',
}

/** `Recall, class II`. */
export const kindText = ({ kind, class: of }: Pick<Recall, 'kind' | 'class'>): string =>
  of === null ? kindWords[kind] : `${kindWords[kind]}, class ${of}`

const signs: Readonly<Record<State, readonly [Tone, string]>> = {
  draft: ['soon', 'draft'],
  running: ['bad', 'running'],
  ended: ['quiet', 'ended'],
  abandoned: ['quiet', 'abandoned'],
}

export function RecallStateSign({ state }: { state: State }) {
  const [tone, word] = signs[state]
  return <Sign tone={tone}>{word}</Sign>
}
