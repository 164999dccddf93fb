// The relay our mails leave by, in a process of its own. `wait` answers when so many have come since it was opened.
import { openRelayWorld } from '../../journeys/world/relay.ts'
import { answerWith } from './apart.ts'

const relay = await openRelayWorld()

answerWith(async ({ wait }: { wait?: number }): Promise<{ port: number; came: number; at: number }> => {
  if (wait) await relay.arrived(wait)
  return { port: relay.port, came: relay.mails.length, at: performance.timeOrigin + performance.now() }
})
