import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowsExchange, IconDots, IconListCheck, IconPackage, IconTransfer } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../shared/may.tsx'
import { AdjustStock } from './adjust-stock.tsx'
import type { Balance } from './balance.ts'
import { OpenBox } from './open-box.tsx'
import { RelocateStock } from './relocate-stock.tsx'

/** What can be done with the stock of a batch at a place. */
export function BalanceActions({ balance }: { balance: Balance }) {
  const [counting, count] = useDisclosure(false)
  const [moving, move] = useDisclosure(false)
  const navigate = useNavigate()
  const { warehouseCode: from, sku: product, batchId: batch } = balance
  const [opening, openBox] = useDisclosure(false)
  const { packOf } = balance
  if (!useMay('adjust stock')) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`Change what lies at ${balance.placeCode}`} size={26}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {packOf === null ? null : (
            <Menu.Item leftSection={<IconPackage size={15} />} onClick={openBox.open}>
              Open a box
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconArrowsExchange size={15} />} onClick={move.open}>
            Move to another place
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTransfer size={15} />}
            onClick={() => void navigate({ to: '/transfers/new', search: { from, product, batch } })}
          >
            Move to another warehouse
          </Menu.Item>
          <Menu.Item leftSection={<IconListCheck size={15} />} onClick={count.open}>
            Count and correct
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {counting ? <AdjustStock balance={balance} opened onClose={count.close} /> : null}
      {opening && packOf !== null ? <OpenBox balance={balance} packOf={packOf} onClose={openBox.close} /> : null}
      {moving ? <RelocateStock balance={balance} opened onClose={move.close} /> : null}
    </>
  )
}
