/**
 * web/features/batches/code-pattern.tsx — how batch codes of our own are written, for one product or for all: the pattern, and the codes it would make today.
 */
import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { readPattern, writeCode } from '#domain/batch-codes/pattern.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import { useFieldProblems } from '../../shared/form-problem.ts'
import { useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useCodePatterns } from '../../shared/use-code-pattern.ts'
import { useToday } from '../../shared/use-warehouses.ts'
import { useWrite } from '../../shared/use-write.ts'

/** Without a product: for all that have none of their own. */
type Of = Readonly<{ product: Readonly<{ id: string; sku: string }> | null }>

export function CodePattern({ product }: Of) {
  const patterns = useCodePatterns(product?.id)
  return (
    <Section title={product ? 'Batch codes of our own' : 'Batch codes'}>
      <Loaded of={patterns} rows={2}>
        {({ items }) => {
          const own = items.find(({ productId }) => productId === (product?.id ?? null))?.pattern ?? null
          const forAll = items.find(({ productId }) => productId === null)?.pattern ?? null
          return <PatternForm key={own} product={product} own={own} forAll={product ? forAll : null} />
        }}
      </Loaded>
    </Section>
  )
}

type Patterns = Of & Readonly<{ own: string | null; forAll: string | null }>

function PatternForm({ product, own, forAll }: Patterns) {
  const may = useMay('change rules')
  const form = useForm({ initialValues: { pattern: own ?? '' }, validate: { pattern: whatIsWrong } })
  const save = useSaving(product)
  const elsewhere = useFieldProblems(form, save.problem)
  const pattern = form.values.pattern.trim()
  return (
    <form onSubmit={form.onSubmit(() => save.send(pattern || null))}>
      <Stack gap="sm" maw={620}>
        <TextInput
          label="Pattern"
          description="Text, with {SKU}, {SITE}, {YYYY}, {YY}, {Y}, {MM}, {DD}, {JJJ} (day of the year), {WW} (week), {##} (a number, a digit for each #) and {CHECK} (a check character) filled in"
          placeholder={forAll ?? '{SKU}-{YY}{JJJ}-{##}{CHECK}'}
          autoComplete="off"
          spellCheck={false}
          readOnly={!may}
          {...form.getInputProps('pattern')}
        />
        <Example pattern={pattern || forAll || ''} sku={product?.sku ?? 'SKU'} isForAll={pattern === ''} />
        <ProblemAlert problem={elsewhere} />
        {may ? (
          <Group>
            <Button type="submit" loading={save.sending} disabled={pattern === (own ?? '')}>
              Save the pattern
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}

function useSaving(product: Of['product']) {
  return useWrite(
    (pattern: string | null, key) =>
      answerOf(
        product
          ? api.PUT('/v1/batch-code-patterns/{id}', {
              params: { path: { id: product.id } },
              body: { pattern },
              headers: intent(key),
            })
          : api.PUT('/v1/batch-code-pattern', { body: { pattern }, headers: intent(key) }),
      ),
    (_, pattern) =>
      notifications.show({
        message: pattern ? `Codes drawn from now on are written ${pattern}.` : 'The pattern is gone.',
      }),
  )
}

function whatIsWrong(typed: string): string | null {
  const read = typed.trim() === '' ? null : readPattern(typed.trim())
  return read === null || read.ok ? null : `Character ${read.at + 1}: ${read.problem}.`
}

type Exampled = Readonly<{ pattern: string; sku: string; isForAll: boolean }>

/** Where a batch comes or is made, the button beside its code gives the next one. */
function Example({ pattern, sku, isForAll }: Exampled) {
  const day = useToday(undefined)
  const read = readPattern(pattern)
  if (pattern === '')
    return (
      <Text fz="sm" c="dimmed">
        Without a pattern, codes are typed or scanned as they stand on the label.
      </Text>
    )
  if (!read.ok) return null
  const codes = [1, 2].map((number) => writeCode(read.parts, { sku, site: 'CHI', day }, number))
  return (
    <Text fz="sm" c="dimmed" role="status">
      {isForAll ? 'As for all products. ' : ''}Today:{' '}
      {[...new Set(codes)].map(
        (code) =>
          code && (
            <Code key={code} mr={6}>
              {code}
            </Code>
          ),
      )}
      {(codes[0] ?? '').length > 20 ? 'Longer than the 20 characters that a GS1 bar code takes.' : ''}
    </Text>
  )
}
