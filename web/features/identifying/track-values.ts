/**
 * web/features/identifying/track-values.ts — what is written in the dialogs about goods without batch, and what is sent of it.
 */
import { given } from '../../api/client.ts'
import { newKey } from '../../shared/new-key.ts'

export type CandidateValues = Readonly<{ key: string; batch: string; expiresOn: string | null }>

export const emptyCandidate = (): CandidateValues => ({ key: newKey(), batch: '', expiresOn: null })

/** Empty lines are not sent. */
export const candidatesSent = (lines: readonly CandidateValues[]) =>
  lines
    .filter(({ batch }) => batch.trim() !== '')
    .map(({ batch, expiresOn }) => ({ batch: batch.trim(), ...given({ expiresOn: expiresOn ?? undefined }) }))
