/**
 * web/app/routes-recalls.tsx — where goods are, and recalls: all, a new one, the room of one, and what it means; and the page on which customers answer.
 */
import { createRoute, useLocation } from '@tanstack/react-router'
import { recallStates } from '#domain/recalls/state.ts'
import { damagedIn, noScope, scopeIn } from '../features/recalls/scope-in.ts'
import { pageOf } from './page-of.tsx'
import { oneOf, present, root, textOf } from './root.tsx'

const RecallListPage = pageOf(async () => (await import('../features/recalls/recall-list-page.tsx')).RecallListPage)
const NewRecallPage = pageOf(async () => (await import('../features/recalls/new-recall-page.tsx')).NewRecallPage)
const RecallPage = pageOf(async () => (await import('./recall-page.tsx')).RecallPage)
const ChangeScopePage = pageOf(async () => (await import('../features/recalls/change-scope-page.tsx')).ChangeScopePage)

const ChangeTextsPage = pageOf(async () => (await import('../features/recalls/change-texts-page.tsx')).ChangeTextsPage)
const TracePage = pageOf(async () => (await import('./trace-page.tsx')).TracePage)
const AnswerPage = pageOf(async () => (await import('../features/notices/answer-page.tsx')).AnswerPage)

const getParentRoute = () => root

const trace = createRoute({
  getParentRoute,
  path: '/trace',
  validateSearch: ({ scope, knownOn, damaged }: Record<string, unknown>) =>
    present({ scope: scopeIn(scope), knownOn: textOf(knownOn), damaged: damagedIn(scope) ?? textOf(damaged) }),
  component: function TraceRoute() {
    const navigate = trace.useNavigate()
    return <TracePage asked={trace.useSearch()} onAsk={(next) => void navigate({ search: present(next) })} />
  },
})

const recalls = createRoute({
  getParentRoute,
  path: '/recalls',
  validateSearch: ({ state }: Record<string, unknown>) => present({ state: oneOf(state, recallStates) }),
  component: function RecallsRoute() {
    const navigate = recalls.useNavigate()
    return (
      <RecallListPage
        state={recalls.useSearch().state}
        onState={(state) => void navigate({ search: present({ state }), replace: true })}
      />
    )
  },
})

const newRecall = createRoute({
  getParentRoute,
  path: '/recalls/new',
  validateSearch: ({ batch, scope, damaged }: Record<string, unknown>) =>
    present({ batch: textOf(batch), scope: scopeIn(scope), damaged: damagedIn(scope) ?? textOf(damaged) }),
  component: function NewRecallRoute() {
    const { batch, scope, damaged } = newRecall.useSearch()
    const meant = scope ?? (batch ? { parts: [{ kind: 'batch', batch }] } : noScope)
    return <NewRecallPage scope={meant} damaged={damaged} />
  },
})

const recall = createRoute({
  getParentRoute,
  path: '/recalls/$ref',
  component: () => <RecallPage recallRef={recall.useParams().ref} />,
})

const changeScope = createRoute({
  getParentRoute,
  path: '/recalls/$ref/scope',
  component: () => <ChangeScopePage recallRef={changeScope.useParams().ref} />,
})

/** For those who got the goods: what stands behind the # of the address is theirs alone. */
const answer = createRoute({
  getParentRoute,
  path: '/answer',
  component: () => <AnswerPage token={useLocation().hash} />,
})

const changeTexts = createRoute({
  getParentRoute,
  path: '/recalls/$ref/change',
  component: () => <ChangeTextsPage recallRef={changeTexts.useParams().ref} />,
})

export const recallRoutes = [trace, recalls, newRecall, recall, changeScope, changeTexts, answer] as const
