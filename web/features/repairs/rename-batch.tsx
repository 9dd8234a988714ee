import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { BatchDetail, RepairAsk } from '../../api/types.ts'
import { RepairDialog } from './repair-dialog.tsx'

export function RenameBatch({ batch, onClose }: Readonly<{ batch: BatchDetail; onClose: () => void }>) {
  const [code, setCode] = useState('')
  const [different, setDifferent] = useState(false)
  const ask: RepairAsk | null =
    code.trim() === ''
      ? null
      : { kind: 'rename', batch: batch.id, code: code.trim(), ...(different ? { different } : {}) }
  return (
    <RepairDialog
      title={`Rename batch ${batch.code}`}
      ask={ask}
      confirmation={{
        code: 'batch_looks_alike',
        label: 'It is a different batch all the same',
        checked: different,
        onCheck: setDifferent,
      }}
      confirm="Rename"
      onClose={onClose}
    >
      <TextInput
        label="Right code"
        description={`Labels with ${batch.code} still find it`}
        required
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value)
          setDifferent(false)
        }}
      />
    </RepairDialog>
  )
}
