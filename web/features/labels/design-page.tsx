/**
 * web/features/labels/design-page.tsx — how a label looks is drawn: what stands where is typed in millimetres or drawn with the mouse, and shown as it will be printed.
 */
import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, intent } from '../../api/client.ts'
import type { LabelDesign, LabelTemplate } from '../../api/types.ts'
import { useMay } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import type { DesignForm } from './design-form.ts'
import { DrawnLabel } from './drawn-label.tsx'
import { kindWords } from './label-words.ts'
import { SymbolParts } from './symbol-parts.tsx'
import { TextParts } from './text-parts.tsx'

export function DesignPage({ id }: { id: string }) {
  const templates = useQuery({
    queryKey: ['label-templates'],
    queryFn: () => answerOf(api.GET('/v1/label-templates')),
  })
  const own = templates.data?.items.find((one) => one.id === id)
  return (
    <Page
      title={own?.name ?? 'Label'}
      about={own ? `Label of a ${kindWords[own.kind].toLowerCase()}` : null}
      back={{ to: '/labels', label: 'Labels' }}
    >
      <Loaded of={templates} rows={8}>
        {({ items }) => items.filter((one) => one.id === id).map((one) => <Designer key={one.id} of={one} />)}
      </Loaded>
    </Page>
  )
}

type Drawn = Readonly<{ name: string; design: LabelDesign }>

/** A built-in one is saved as another; one's own is changed. */
function useSave({ id, kind, builtIn }: LabelTemplate) {
  const navigate = useNavigate()
  return useWrite(
    (body: Drawn, key) =>
      builtIn
        ? answerOf(api.POST('/v1/label-templates', { body: { kind, ...body }, headers: intent(key) }))
        : answerOf(api.PUT('/v1/label-templates/{id}', { params: { path: { id } }, body, headers: intent(key) })),
    (saved) => void navigate({ to: '/labels/designs/$id', params: { id: saved.id } }),
  )
}

function Designer({ of }: { of: LabelTemplate }) {
  const may = useMay('change account')
  const form: DesignForm = useForm({
    initialValues: { name: of.builtIn ? `${of.name} of ours`.slice(0, 80) : of.name, design: of.design },
  })
  const save = useSave(of)
  return (
    <form onSubmit={form.onSubmit(save.send)}>
      <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
        <Section title="As it is printed">
          <DrawnLabel
            kind={of.kind}
            design={form.values.design}
            onMove={(design) => form.setFieldValue('design', design)}
          />
        </Section>
        <Stack gap="md">
          <Sizes form={form} />
          <TextParts kind={of.kind} form={form} />
          <SymbolParts kind={of.kind} form={form} />
          <ProblemAlert problem={save.problem} />
          {may ? (
            <Group>
              <Button type="submit" loading={save.sending}>
                {of.builtIn ? 'Save as one of ours' : 'Save'}
              </Button>
              {of.builtIn ? null : <RemoveDesign id={of.id} />}
            </Group>
          ) : null}
        </Stack>
      </SimpleGrid>
    </form>
  )
}

function RemoveDesign({ id }: { id: string }) {
  const navigate = useNavigate()
  const remove = useWrite(
    (_: null, key) =>
      answerOf(api.DELETE('/v1/label-templates/{id}', { params: { path: { id } }, headers: intent(key) })),
    () => void navigate({ to: '/labels' }),
  )
  return (
    <>
      <Button variant="default" loading={remove.sending} onClick={() => remove.send(null)}>
        Remove
      </Button>
      <ProblemAlert problem={remove.problem} />
    </>
  )
}

function Sizes({ form }: { form: DesignForm }) {
  return (
    <Section title="Label">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput label="Name" required maxLength={80} {...form.getInputProps('name')} />
        <NumberInput
          label="Width, mm"
          min={10}
          max={300}
          allowDecimal
          decimalScale={1}
          {...form.getInputProps('design.width')}
        />
        <NumberInput
          label="Height, mm"
          min={10}
          max={300}
          allowDecimal
          decimalScale={1}
          {...form.getInputProps('design.height')}
        />
      </SimpleGrid>
    </Section>
  )
}
