/**
 * web/features/access/account-settings.tsx — what the house is called among others: the GS1 company prefix, from which its parcels
 * get their numbers.
 */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { isCompanyPrefix, sscc, ssccMax } from '#domain/gs1/sscc.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Account } from '../../api/types.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { useMay } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { CountLimit } from './count-limit.tsx'

export function AccountSettings() {
  const account = useQuery({ queryKey: ['account'], queryFn: () => answerOf(api.GET('/v1/account')) })
  return (
    <Loaded of={account} rows={4}>
      {(got) => (
        <>
          <Section title="Account">
            <Facts of={{ Name: got.name, Currency: got.currency }} />
          </Section>
          <Section title="GS1 company prefix">
            <PrefixForm key={got.gs1Prefix} account={got} />
          </Section>
          <Section title="Differences of counts">
            <CountLimit key={got.countLimit} account={got} />
          </Section>
        </>
      )}
    </Loaded>
  )
}

function PrefixForm({ account: { gs1Prefix } }: { account: Account }) {
  const may = useMay('change account')
  const form = useForm({ initialValues: { gs1Prefix: gs1Prefix ?? '' }, validate: { gs1Prefix: whatIsWrong } })
  const change = useWrite(
    (prefix: string | null, key) =>
      answerOf(api.PATCH('/v1/account', { body: { gs1Prefix: prefix }, headers: intent(key) })),
    ({ gs1Prefix: now }) =>
      notifications.show({
        message: now
          ? `Parcels packed from now on are numbered with ${now}.`
          : 'Parcels packed from now on get no SSCC.',
      }),
  )
  const elsewhere = useFieldProblems(form, change.problem)
  const prefix = form.values.gs1Prefix.trim()
  return (
    <form onSubmit={form.onSubmit(() => change.send(prefix || null))}>
      <Stack gap="sm" maw={520}>
        <TextInput
          label="Prefix"
          description="4 to 12 digits, as your GS1 organisation wrote them to you; not a GTIN, nor a part of one that you guess"
          placeholder="0614141"
          inputMode="numeric"
          autoComplete="off"
          readOnly={!may}
          {...form.getInputProps('gs1Prefix')}
        />
        <Text fz="sm" c="dimmed">
          {effectWords(prefix)}
        </Text>
        <ProblemAlert problem={elsewhere} />
        {may ? (
          <Group>
            <Button type="submit" loading={change.sending} disabled={prefix === (gs1Prefix ?? '')}>
              Save the prefix
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}

function whatIsWrong(typed: string): string | null {
  const prefix = typed.trim()
  if (prefix === '' || isCompanyPrefix(prefix)) return null
  return /^\d+$/.test(prefix) ? `It has ${prefix.length} digits; 4 to 12 are needed.` : 'It must be digits alone.'
}

function effectWords(prefix: string): string {
  if (!isCompanyPrefix(prefix)) return 'Without it, parcels have a number of this house and no SSCC.'
  return (
    `It numbers ${quantityText(ssccMax(prefix))} parcels, the first of them (00) ${sscc(prefix, 0)}. ` +
    'A number is never given twice; parcels packed before keep theirs.'
  )
}
