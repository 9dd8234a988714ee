import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Page } from '../shared/page.tsx'
import { Loading } from '../shared/states.tsx'

/** A page that is loaded when first opened. */
export function pageOf<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Lazy = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
  return function LoadedPage(props: Props) {
    return (
      <Suspense fallback={<Waiting />}>
        <Lazy {...props} />
      </Suspense>
    )
  }
}

function Waiting() {
  return (
    <Page title=" ">
      <Loading rows={8} />
    </Page>
  )
}
