import type { IconName } from '#ui/icon'
import type { Priority } from '../../contract.ts'

export const priorityIcons: Readonly<Partial<Record<Priority, IconName>>> = { low: 'down', high: 'up', urgent: 'warning' }
