// What the post office page says above its books: through which door mail comes in, by which way it leaves, and the last day by the hour.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { z } from 'zod'
import type { officeShape } from '../contract.ts'
import { ourDoors } from './our-doors.ts'
import { countByHour, doorsWithMail } from './store/receipt.ts'

const HOURS = 24

export const showOffice =
  ({ relay, smtpPort }: { relay: string | null; smtpPort: number }) =>
  async (work: Work): Promise<z.infer<typeof officeShape>> => {
    allow(work, 'channel.read')
    const doors = await ourDoors(
      work,
      (await doorsWithMail(work)).map((row) => row.entry_point_id),
    )
    const hours = await countByHour(work, HOURS, [...doors.keys()])
    return {
      smtp_port: smtpPort === 0 ? null : smtpPort,
      relay,
      hours: hours.map(({ at, received, in_tray }) => ({ at: at.toString(), received, in_tray })),
    }
  }
