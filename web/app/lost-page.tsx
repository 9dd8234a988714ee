import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { asProblem } from '../api/problem.ts'
import { Page } from '../shared/page.tsx'
import { Empty, ProblemAlert } from '../shared/states.tsx'

export function LostPage() {
  return (
    <Page title="Nothing is here">
      <Empty
        title="This address leads nowhere"
        action={
          <Anchor component={Link} to="/">
            To the home page
          </Anchor>
        }
      >
        It may have been mistyped. Look for what you need in the search box above.
      </Empty>
    </Page>
  )
}

export function OopsPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Page title="This page stumbled" actions={<Button onClick={() => window.location.reload()}>Load again</Button>}>
      <ProblemAlert problem={asProblem(error)} onRetry={reset} />
    </Page>
  )
}
