import { Alert, Button, List, Text } from '@mantine/core'
import { answerOf, api, intent } from '../../api/client.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** Proves on demand that every balance is the sum of its moves. */
export function VerifyStock() {
  const verify = useWrite((_: null, key) => answerOf(api.POST('/v1/verifications', { headers: intent(key) })))
  const found = verify.answer
  return (
    <Section
      title="Proof of the stock"
      aside={
        <May to="verify">
          <Button size="xs" variant="default" loading={verify.sending} onClick={() => verify.send(null)}>
            Verify now
          </Button>
        </May>
      }
    >
      <Text c="dimmed">Adds up every move of the ledger and compares the sums with what is shown as stock.</Text>
      <ProblemAlert problem={verify.problem} />
      {found ? (
        <Alert mt="md" color={found.differences.length === 0 ? 'leaf' : 'brick'} role="status">
          {found.differences.length === 0
            ? `No differences in ${quantityText(found.checked.balances)} balances and ${quantityText(found.checked.moves)} moves. `
            : `${found.differences.length} differences. `}
          <InstantText at={found.at} />
          <List mt={4}>
            {found.differences.map(({ message }) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </Section>
  )
}
