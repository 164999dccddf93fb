// A letter goes into the mail door by the wire, as from any mail server.
import { deliver, openRelay } from '#channels'
import { mailOf, type Written } from '../furnish/mailed.ts'

/** True when the door said 250. */
export async function post(smtpPort: number, letter: Written): Promise<boolean> {
  const door = openRelay(`smtp://127.0.0.1:${smtpPort}`)
  const delivery = await deliver(door, { from: letter.from.address, to: [letter.to] }, await mailOf(letter))
  await door.close()
  return delivery.state === 'handed_over'
}

export const messageIdOf = (letter: Written): string => `${letter.id}@${letter.from.address.split('@')[1]}`
