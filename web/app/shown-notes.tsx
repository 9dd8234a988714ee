import { Notifications } from '@mantine/notifications'

export const ShownNotes = () => <Notifications position="bottom-right" containerWidth={360} />
