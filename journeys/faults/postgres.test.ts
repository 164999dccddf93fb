// PostgreSQL dies under the server while mail comes and answers leave: the whole of it by kill -9, by an immediate shutdown, or one of its
// sessions in the middle of a commit. The server stays, and nobody was told 250 for what is not held.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newMta, sendAll } from '../world/mta.ts'
import { arrived, holds, settled } from './books.ts'
import { answer, casesOf, FULL, lay, letter, openScene, until } from './scene.ts'

const measure = FULL ? { deaths: 40, portion: 30 } : { deaths: 3, portion: 20 }

test(
  `PostgreSQL dies ${measure.deaths} times during commits: the server stays and nothing it promised is lost`,
  { timeout: 1_200_000 },
  async (t) => {
    const scene = await openScene(t)
    const { guichet, relay, sent } = scene
    const mta = newMta()
    const work: Promise<unknown>[] = []
    await sendAll([letter('First')], { port: guichet.smtp, senders: 1 })
    await settled(guichet)
    const server = guichet.pid()
    const cluster = path.join(guichet.folder, 'postgres', 'cluster')
    let answers = 0
    for (let death = 0; death < measure.deaths; death++) {
      const letters = Array.from({ length: measure.portion }, () => letter('Sent'))
      sent.push(...letters.map(({ subject }) => subject))
      work.push(sendAll(letters, { port: guichet.smtp, senders: 4 }, mta))
      work.push(casesOf(guichet, 1).then(([first]) => answer(guichet, first!.id, `${++answers}`)))
      lay(scene)
      await pause(Math.random() * 400)
      strike(cluster, death)
      await until(
        'it answers again',
        async () => (await Promise.race([guichet.ask('/api/v1/cases?limit=1').catch(() => null), pause(5_000)]))?.status === 200,
      )
    }
    await Promise.all(work)
    await arrived(guichet, sent)
    await settled(guichet)
    const found = await holds(guichet, sent, relay)
    t.diagnostic(
      JSON.stringify({
        deaths: measure.deaths,
        mails: sent.length,
        ...found,
        attempts: mta.attempts,
        said: Object.fromEntries(mta.answers),
        answers,
        at_relay: relay.mails.length,
      }),
    )
    assert.ok(guichet.alive() && guichet.pid() === server, 'the server itself never died')
    assert.equal(found.handed_over + found.uncertain, answers)
    assert.equal(found.in_tray, 0)
  },
)

// Kill -9 of all, immediate shutdown, kill -9 of one session: PostgreSQL then ends the others and recovers.
function strike(cluster: string, nth: number): void {
  const postmaster = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  if (nth % 3 === 0) return void process.kill(postmaster, 'SIGKILL')
  if (nth % 3 === 1) return void process.kill(postmaster, 'SIGQUIT')
  const sessions = childrenOf(postmaster).filter((pid) => /guichet_(server|dispatcher)/.test(commandOf(pid)))
  process.kill(sessions[nth % sessions.length] ?? postmaster, 'SIGKILL')
}

const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`)
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').map(Number).filter((pid) => pid > 0 && Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]) === parent) // prettier-ignore
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}
