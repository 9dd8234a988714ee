import { Avatar, Button, Group, Menu, Modal, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBook2, IconDeviceMobile, IconKey, IconLogout } from '@tabler/icons-react'
import { useQueue } from '../outbox/use-outbox.tsx'
import { countOf } from '../shared/quantity.tsx'
import { useMe } from '../shared/use-me.ts'
import { dialogOf } from './dialog-of.tsx'
import { useSignOut } from './use-sign-out.ts'

const OwnPassword = dialogOf(async () => (await import('../features/access/own-password.tsx')).OwnPassword)
const SignInPhone = dialogOf(async () => (await import('../features/access/sign-in-phone.tsx')).SignInPhone)

export function AccountMenu() {
  const me = useMe().data
  const [changing, { open, close }] = useDisclosure(false)
  const [adding, phone] = useDisclosure(false)
  const [leaving, leave] = useDisclosure(false)
  const { waiting, refused } = useQueue()
  const unsent = waiting.length + refused.length
  const signOut = useSignOut()
  return (
    <>
      <Menu position="bottom-end" width={230} withinPortal>
        <Menu.Target>
          <UnstyledButton aria-label={`Signed in as ${me?.name ?? ''}`} p={4} style={{ borderRadius: '50%' }}>
            <Avatar size={30} name={me?.name ?? ''} color="petrol" variant="filled" alt="" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div style={{ padding: '8px 12px' }}>
            <Text fw={600}>{me?.name}</Text>
            <Text fz="sm" c="dimmed">
              {me?.role} · {me?.account.name}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item component="a" href="/docs" target="_blank" leftSection={<IconBook2 size={15} />}>
            API reference
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceMobile size={15} />} onClick={phone.open}>
            Sign in a phone
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={15} />} onClick={open}>
            Change your password
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={15} />}
            onClick={() => (unsent > 0 ? leave.open() : void signOut())}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing ? <OwnPassword onClose={close} /> : null}
      {adding ? <SignInPhone onClose={phone.close} /> : null}
      {leaving ? <NotAllSent unsent={unsent} onStay={leave.close} onSignOut={() => void signOut()} /> : null}
    </>
  )
}

type NotAllSentProps = Readonly<{ unsent: number; onStay: () => void; onSignOut: () => void }>

const NotAllSent = ({ unsent, onStay, onSignOut }: NotAllSentProps) => (
  <Modal opened onClose={onStay} title="Not all is sent">
    <Text mb="md">
      {`${countOf(unsent, 'thing', 'things')} done on this device did not reach the server. They stay here, and go when you sign in here again.`}
    </Text>
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onStay}>
        Stay
      </Button>
      <Button onClick={onSignOut}>Sign out</Button>
    </Group>
  </Modal>
)
