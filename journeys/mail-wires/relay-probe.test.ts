import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { openRelayWorld, type RelayOptions } from '../world/relay.ts'
import { makeCertificate } from '../../src/channels/email/smtp/certificate.ts'
import { probeRelay, type Probe } from '../../src/channels/email/sending/probe.ts'

async function openWorld(t: TestContext, options: RelayOptions = {}) {
  const world = await openRelayWorld(options)
  t.after(() => world.close())
  return world
}
const states = ({ hops }: Probe) => Object.fromEntries(hops.map(({ name, state }) => [name, state]))

test('every hop to the relay is walked and timed, and no mail is sent', async (t) => {
  const world = await openWorld(t, {
    signIn: { user: 'u', password: 'p' },
    certificate: makeCertificate('localhost', Temporal.Now.instant()),
  })
  const probe = await probeRelay(`smtp://u:p@localhost:${world.port}`)
  assert.ok(probe.ok, JSON.stringify(probe))
  assert.deepEqual(states(probe), {
    resolve: 'passed',
    connect: 'passed',
    banner: 'passed',
    ehlo: 'passed',
    tls: 'passed',
    auth: 'passed',
    quit: 'passed',
  })
  assert.ok(probe.hops.every(({ milliseconds }) => milliseconds >= 0))
  assert.equal(probe.relay, `smtp://u@localhost:${world.port}`)
  assert.deepEqual(world.mails, [])
})

test('hops that do not apply are skipped', async (t) => {
  const world = await openWorld(t)
  const probe = await probeRelay(`smtp://127.0.0.1:${world.port}`)
  assert.ok(probe.ok)
  assert.deepEqual([states(probe).tls, states(probe).auth, states(probe).quit], ['skipped', 'skipped', 'passed'])
})

test('the hop that fails says why, and those behind it are not walked', async (t) => {
  const world = await openWorld(t, { signIn: { user: 'u', password: 'other' } })
  const probe = await probeRelay(`smtp://u:s3cret@127.0.0.1:${world.port}`)
  const failed = probe.hops.find(({ state }) => state === 'failed')
  assert.equal(failed?.name, 'auth')
  assert.match(failed.sentence!.en, /refused when signing in: 535/)
  assert.match(failed.sentence!.fr, /identification/)
  assert.equal(states(probe).quit, 'skipped')
  assert.ok(!JSON.stringify(probe).includes('s3cret'))
})

test('a closed port, a silent one and one that is no relay are told apart', async (t) => {
  const gone = await openRelayWorld()
  await gone.close()
  const silent = createServer().listen(0, '127.0.0.1')
  const web = createServer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
  await Promise.all([once(silent, 'listening'), once(web, 'listening')])
  t.after(() => (silent.close(), web.close()))
  const at = (server: typeof web) => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` // TCP, so never a path
  const why = async (where: string) => {
    const { hops } = await probeRelay(where, { greeting: 50 })
    const failed = hops.find(({ state }) => state === 'failed')
    return `${failed?.name}: ${failed?.sentence?.en}`
  }
  assert.match(await why(`smtp://127.0.0.1:${gone.port}`), /^connect: Nothing listens/)
  assert.match(await why(at(silent)), /^banner: The relay did not answer in time/)
  assert.match(await why(at(web)), /^banner: What answered .* is not a mail relay/)
})
