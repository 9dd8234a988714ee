/**
 * web/app/routes-labels.tsx — labels: what was printed, how they look; and the page behind the code on one.
 */
import { createRoute } from '@tanstack/react-router'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root } from './root.tsx'

const LabelsPage = pageOf(async () => (await import('../features/labels/labels-page.tsx')).LabelsPage)
const DesignPage = pageOf(async () => (await import('../features/labels/design-page.tsx')).DesignPage)
const PublicBatchPage = pageOf(async () => (await import('../features/labels/batch-page.tsx')).PublicBatchPage)

const getParentRoute = () => root
const states = ['queued', 'printed'] as const

const labels = createRoute({
  getParentRoute,
  path: '/labels',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, states) }),
  component: function LabelsRoute() {
    const navigate = labels.useNavigate()
    return (
      <LabelsPage
        state={labels.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const design = createRoute({
  getParentRoute,
  path: '/labels/designs/$id',
  component: () => <DesignPage id={design.useParams().id} />,
})

/** A GS1 Digital Link behind what names the account. */
const batch = createRoute({
  getParentRoute,
  path: '/b/$account/01/$gtin/10/$batch',
  component: () => <PublicBatchPage {...batch.useParams()} />,
})

export const labelRoutes = [labels, design, batch] as const
