/**
 * web/shared/photos.tsx — photos and papers: taken with the phone's camera or chosen, and shown small.
 */
import { Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useRef } from 'react'
import { type KeptFile, keepFile } from './keep-file.ts'
import classes from './photos.module.css'
import { ProblemAlert } from './states.tsx'
import { useWrite } from './use-write.ts'

type PhotosProps = Readonly<{
  files: readonly Readonly<{ id: string; name: string; contentType: string }>[]
  /** Where they are kept. */
  at?: string
}>

export function Photos({ files, at = '/v1/files' }: PhotosProps) {
  if (files.length === 0) return null
  return (
    <div className={classes.photos}>
      {files.map(({ id, name, contentType }) =>
        contentType === 'application/pdf' ? (
          <a key={id} className={classes.paper} href={`${at}/${id}`}>
            {name}
          </a>
        ) : (
          <a key={id} className={classes.photo} href={`${at}/${id}`} target="_blank" rel="noreferrer">
            <img src={`${at}/${id}`} alt={name} />
          </a>
        ),
      )}
    </div>
  )
}

type PhotoButtonProps = Readonly<{
  label: string
  /** A paper may be a PDF; what is in front of somebody is photographed. */
  of: 'photo' | 'paper'
  onKept: (file: KeptFile) => void
}>

export function PhotoButton({ label, of, onKept }: PhotoButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const keep = useWrite((file: File) => keepFile(file), onKept)
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...(of === 'photo'
          ? { accept: 'image/*', capture: 'environment' as const }
          : { accept: 'image/*,application/pdf' })}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) keep.send(file)
          currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        leftSection={<IconCamera size={16} />}
        loading={keep.sending}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <ProblemAlert problem={keep.problem} />
    </div>
  )
}
