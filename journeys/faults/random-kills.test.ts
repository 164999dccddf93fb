// Killed again and again at any moment, on its way up too, while mail comes by SMTP and from a mailbox and answers leave. GUICHET_FULL=1
// is the full measure: 100 kills during 2,000 mails.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newMta, sendAll } from '../world/mta.ts'
import { arrived, holds, settled } from './books.ts'
import { answer, casesOf, FULL, lay, letter, openScene } from './scene.ts'

const measure = FULL ? { kills: 100, smtp: 1_500, laid: 500, answers: 200 } : { kills: 6, smtp: 90, laid: 30, answers: 12 }
const LONGEST_LIFE = 700 // milliseconds under load before the next kill: most of a portion is under way then
const SHORTEST_START = 100

test(
  `${measure.kills} kills during ${measure.smtp + measure.laid} mails: sent = held, none twice`,
  { timeout: 3_000_000 },
  async (t) => {
    const scene = await openScene(t)
    const { guichet, relay, sent } = scene
    const mta = newMta()
    const work: Promise<unknown>[] = []
    const portion = (all: number, nth: number): number =>
      Math.round((all * (nth + 1)) / measure.kills) - Math.round((all * nth) / measure.kills)
    let answers = 0
    const answerSome = async (count: number): Promise<void> => {
      const cases = await casesOf(guichet, 20)
      for (let n = 0; n < count && cases.length > 0; n++) await answer(guichet, cases[n % cases.length]!.id, `${++answers}`)
    }
    await sendAll([letter('First')], { port: guichet.smtp, senders: 1 })
    await settled(guichet)

    let onTheWayUp = 0
    for (let kill = 0; kill < measure.kills; kill++) {
      const letters = Array.from({ length: portion(measure.smtp, kill) }, () => letter('Sent'))
      sent.push(...letters.map(({ subject }) => subject))
      work.push(sendAll(letters, { port: guichet.smtp, senders: 4 }, mta), answerSome(portion(measure.answers, kill)))
      for (let n = portion(measure.laid, kill); n > 0; n--) lay(scene)
      await pause(Math.random() * LONGEST_LIFE)
      await guichet.kill()
      const up = guichet.start()
      if (Math.random() > 0.2 || kill + 1 === measure.kills) await up
      else onTheWayUp += await killSoon(guichet.kill, up)
      if (!guichet.alive()) await guichet.start()
    }
    await Promise.all(work)
    await arrived(guichet, sent)
    await settled(guichet)
    const found = await holds(guichet, sent, relay)
    const { attempts, repeats } = mta
    t.diagnostic(
      JSON.stringify({
        kills: measure.kills,
        on_the_way_up: onTheWayUp,
        mails: sent.length,
        ...found,
        attempts,
        repeats,
        answers,
        at_relay: relay.mails.length,
      }),
    )
    assert.equal(found.handed_over + found.uncertain, answers)
    assert.equal(answers, measure.answers)
    assert.equal(found.in_tray, 0)
  },
)

async function killSoon(kill: () => Promise<unknown>, up: Promise<void>): Promise<number> {
  await pause(SHORTEST_START + Math.random() * 1_400)
  await kill()
  await up
  return 1
}
