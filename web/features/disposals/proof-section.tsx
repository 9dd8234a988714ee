import { Group } from '@mantine/core'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Disposal } from '../../api/types.ts'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { PhotoButton, Photos } from '../../shared/photos.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'

/** Photos and papers; a contractor's certificate often comes days later. */
export function ProofSection({ disposal: { id, proofs } }: { disposal: Disposal }) {
  const add = useWrite((file: string, key) =>
    answerOf(
      api.POST('/v1/disposals/{id}/proofs', {
        params: { path: { id } },
        body: { files: [file] },
        headers: intent(key),
      }),
    ),
  )
  return (
    <Section title="Proof">
      <Group align="flex-start">
        <Photos files={proofs} />
        <May to="dispose">
          <PhotoButton label="Add proof" of="paper" onKept={(file) => add.send(file.id)} />
        </May>
      </Group>
      <ProblemAlert problem={add.problem} />
    </Section>
  )
}
