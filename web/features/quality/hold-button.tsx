import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { May } from '../../shared/may.tsx'
import { type HoldAbout, PlaceHold } from './place-hold.tsx'

/** Begins a hold of one thing, on that thing's page. */
export function HoldButton({ about }: { about: HoldAbout }) {
  const [placing, { open, close }] = useDisclosure(false)
  return (
    <May to="hold">
      <Button variant="default" leftSection={<IconHandStop size={15} />} onClick={open}>
        Hold this {about.kind}
      </Button>
      <PlaceHold opened={placing} onClose={close} about={about} />
    </May>
  )
}
