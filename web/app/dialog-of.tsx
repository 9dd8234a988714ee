/**
 * web/app/dialog-of.tsx — a dialog that is loaded when first opened: the first screen does not wait for what few open.
 */
import { Modal } from '@mantine/core'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { offline } from '../api/problem.ts'
import { ProblemAlert } from '../shared/states.tsx'

type DialogProps = Readonly<{ onClose: () => void }>

export function dialogOf(load: () => Promise<ComponentType<DialogProps>>): (props: DialogProps) => ReactNode {
  const Lazy = lazy(async () => ({ default: await load().catch(() => NotLoaded) }))
  return function LoadedDialog(props) {
    return (
      <Suspense>
        <Lazy {...props} />
      </Suspense>
    )
  }
}

/** Browsers remember what could not be fetched: only loading the page again helps. */
const NotLoaded = ({ onClose }: DialogProps) => (
  <Modal opened onClose={onClose} title="Not reachable">
    <ProblemAlert problem={offline()} onRetry={() => window.location.reload()} />
  </Modal>
)
