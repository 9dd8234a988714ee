/**
 * web/shared/archive.tsx — what is archived: left out of lists until it is asked for, and marked where it stands.
 */
import { Switch } from '@mantine/core'
import { Sign } from './sign.tsx'

type ArchivedTooProps = Readonly<{ checked: boolean; onChange: (checked: boolean) => void }>

export const ArchivedToo = ({ checked, onChange }: ArchivedTooProps) => (
  <Switch label="Archived too" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
)

export const ArchivedSign = ({ archivedAt }: { archivedAt: string | null }) =>
  archivedAt === null ? null : <Sign tone="quiet">archived</Sign>

/** On the button that does it. */
export const archiveWords = ({ archivedAt }: { archivedAt: string | null }) =>
  archivedAt === null ? 'Archive' : 'Bring back from the archive'
