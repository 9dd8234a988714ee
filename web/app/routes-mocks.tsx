/**
 * web/app/routes-mocks.tsx — recalls that are rehearsed, what is put right, and what is measured of all of them.
 */
import { createRoute } from '@tanstack/react-router'
import { mockStates } from '#domain/mocks/judge-mock.ts'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root } from './root.tsx'

const MockListPage = pageOf(async () => (await import('../features/mocks/mock-list-page.tsx')).MockListPage)
const MockPage = pageOf(async () => (await import('./mock-page.tsx')).MockPage)
const ActionListPage = pageOf(async () => (await import('../features/corrective/action-list-page.tsx')).ActionListPage)
const IndicatorsPage = pageOf(async () => (await import('../features/indicators/indicators-page.tsx')).IndicatorsPage)

const getParentRoute = () => root

const mocks = createRoute({
  getParentRoute,
  path: '/mock-recalls',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, mockStates) }),
  component: function MocksRoute() {
    const navigate = mocks.useNavigate()
    return (
      <MockListPage
        state={mocks.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const mock = createRoute({
  getParentRoute,
  path: '/mock-recalls/$ref',
  component: () => <MockPage mockRef={mock.useParams().ref} />,
})

const actions = createRoute({
  getParentRoute,
  path: '/corrective-actions',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, ['open', 'done'] as const) }),
  component: function ActionsRoute() {
    const navigate = actions.useNavigate()
    return (
      <ActionListPage
        state={actions.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const indicators = createRoute({
  getParentRoute,
  path: '/indicators',
  component: () => <IndicatorsPage />,
})

export const mockRoutes = [mocks, mock, actions, indicators] as const
