/**
 * web/app/routes-rules.tsx — which batch goes to whom: rules and pools.
 */
import { createRoute } from '@tanstack/react-router'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root, textOf } from './root.tsx'

const RuleListPage = pageOf(async () => (await import('../features/rules/rule-list-page.tsx')).RuleListPage)
const NewRulePage = pageOf(async () => (await import('../features/rules/edit-rule-page.tsx')).NewRulePage)
const RulePage = pageOf(async () => (await import('../features/rules/rule-page.tsx')).RulePage)
const ReplaceRulePage = pageOf(async () => (await import('../features/rules/edit-rule-page.tsx')).ReplaceRulePage)
const PoolListPage = pageOf(async () => (await import('../features/pools/pool-list-page.tsx')).PoolListPage)
const NewPoolPage = pageOf(async () => (await import('../features/pools/new-pool-page.tsx')).NewPoolPage)
const PoolPage = pageOf(async () => (await import('../features/pools/pool-page.tsx')).PoolPage)

const getParentRoute = () => root

const rules = createRoute({
  getParentRoute,
  path: '/rules',
  validateSearch: ({ show }: Record<string, unknown>) => present({ show: oneOf(show, ['all']) }),
  component: function RulesRoute() {
    const navigate = rules.useNavigate()
    return (
      <RuleListPage
        all={rules.useSearch().show === 'all'}
        onAll={(all) => void navigate({ search: all ? { show: 'all' } : {}, replace: true })}
      />
    )
  },
})
const newRule = createRoute({ getParentRoute, path: '/rules/new', component: NewRulePage })

const rule = createRoute({
  getParentRoute,
  path: '/rules/$id',
  component: () => <RulePage id={rule.useParams().id} />,
})

const replaceRule = createRoute({
  getParentRoute,
  path: '/rules/$id/change',
  component: () => <ReplaceRulePage id={replaceRule.useParams().id} />,
})

const pools = createRoute({
  getParentRoute,
  path: '/pools',
  validateSearch: ({ show }: Record<string, unknown>) => present({ show: oneOf(show, ['all']) }),
  component: function PoolsRoute() {
    const navigate = pools.useNavigate()
    return (
      <PoolListPage
        all={pools.useSearch().show === 'all'}
        onAll={(all) => void navigate({ search: all ? { show: 'all' } : {}, replace: true })}
      />
    )
  },
})

const newPool = createRoute({
  getParentRoute,
  path: '/pools/new',
  validateSearch: ({ product, batch }: Record<string, unknown>) =>
    present({ product: textOf(product), batch: textOf(batch) }),
  component: function NewPoolRoute() {
    const { product, batch } = newPool.useSearch()
    return <NewPoolPage product={product} batch={batch} />
  },
})

const pool = createRoute({
  getParentRoute,
  path: '/pools/$id',
  component: () => <PoolPage id={pool.useParams().id} />,
})

export const ruleRoutes = [rules, newRule, rule, replaceRule, pools, newPool, pool] as const
