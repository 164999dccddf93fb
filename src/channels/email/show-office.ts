// What the post office page says above its books: through which door mail comes in, by which way it leaves, and the last day by the hour.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { z } from 'zod'
import type { officeShape } from '../contract.ts'
import { countByHour } from './store/receipt.ts'

const HOURS = 24

export const showOffice =
  ({ relay, smtpPort }: { relay: string | null; smtpPort: number }) =>
  async (work: Work): Promise<z.infer<typeof officeShape>> => {
    allow(work, 'channel.read')
    const hours = await countByHour(work, HOURS)
    return {
      smtp_port: smtpPort === 0 ? null : smtpPort,
      relay,
      hours: hours.map(({ at, received, in_tray }) => ({ at: at.toString(), received, in_tray })),
    }
  }
