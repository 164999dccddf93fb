// The rest of the world, as far as the past needs one: a relay on this machine that takes every answer, knows that one address is gone, and
// once hangs up after the final dot. What the centre then shows as sent, failed or uncertain is what its own hands found out.
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

export type ImaginaryRelay = { address: string; close(): Promise<void> }
export const GONE = 'gaston.leveque@ancienne-adresse.example'
export const TUNNEL = 'apolline.verdier@tunnel.example'

export async function openImaginaryRelay(): Promise<ImaginaryRelay> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _, done) => done(address === GONE ? answer(550, '5.1.1 No such mailbox here') : null),
    onData: (stream, session, done) => {
      const isTunnel = session.envelope.rcptTo.some(({ address }) => address === TUNNEL)
      stream.resume()
      stream.on('end', () => (isTunnel ? hangUp(server) : done(null, '2.0.0 Ok: taken')))
    },
  })
  server.on('error', () => {}) // a line we hung up on ourselves
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo // listening on TCP
  return { address: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const answer = (responseCode: number, sentence: string): Error => Object.assign(new Error(sentence), { responseCode })

function hangUp(server: SMTPServer): void {
  for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy() // not in its types
}
