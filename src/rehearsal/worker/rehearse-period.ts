// In the thread: a period learnt, checked against itself, rehearsed, and whom it hurts found again.
import { refuse } from '#base/refusal'
import { nobodyThere, nothingHappened, type Report } from '../contract.ts'
import type { HurtKept, Outcome } from '../store/result.ts'
import { countOf, nameAt, type Contacts } from '../traffic/contacts.ts'
import { withTheirPerson } from '../contract/report.ts'
import { findingsOf } from '../traffic/findings.ts'
import type { Given } from '../traffic/given.ts'
import { learn } from '../traffic/learn.ts'
import { fateOf, reallyWent } from '../traffic/really.ts'
import { kindName, scenarioOf, type Learnt } from '../traffic/scenario-of.ts'
import { selfCheck } from '../traffic/self-check.ts'
import type { Said } from '../traffic/shifts.ts'
import { channelOfQueue, withoutPrefix } from '../traffic/without-rules.ts'
import { simulated, type Progress } from './simulated.ts'

// Of a self-check made apart, because the traffic of the rehearsal is not what came.
const CHECK_REPLICATIONS = 5
const CHECK_SHARE = 0.2

type Read = { contacts: Contacts; said: readonly Said[] }

export function rehearsePeriod(given: Given, { contacts, said }: Read, progress: Progress): Outcome {
  if (countOf(contacts) === 0) throw refuse(nothingHappened, {})
  const { learnt, merged } = learn(contacts, said, given)
  const { asked } = given
  const factor = asked.changes.traffic_factor
  const scenario = scenarioOf(contacts, given, { learnt, factor })
  if (!scenario.staff?.length) throw refuse(nobodyThere, {})
  const share = factor === 1 ? 0 : CHECK_SHARE
  const asItWas = factor === 1 ? null : checked(contacts, given, learnt)
  progress(share)
  const rehearsed = simulated(scenario, (done) => progress(share + done * (1 - share)))
  const report = withChannels(rehearsed.report)
  const queues = rehearsed.queues.map(shownQueue)
  const level = asked.service_level
  const really = reallyWent(contacts, learnt.kinds, { handling: learnt.handling, level, queues })
  return {
    check: selfCheck(really, asItWas ? withChannels(asItWas) : report),
    findings: findingsOf(contacts, given, { learnt, merged }),
    report,
    hurt: hurtOf(report, contacts, { learnt, queues }),
  }
}

function checked(contacts: Contacts, given: Given, learnt: Learnt): Report {
  const asked = { ...given.asked, tomorrow: null, replications: Math.min(given.asked.replications, CHECK_REPLICATIONS) }
  return simulated(scenarioOf(contacts, { ...given, asked }, { learnt, factor: 1 }), () => {}).report
}

function hurtOf(report: Report, contacts: Contacts, { learnt, queues }: { learnt: Learnt; queues: string[] }): HurtKept[] {
  const kinds = new Map(learnt.kinds.map((_, i) => [kindName(learnt.kinds, i), i]))
  return report.most_hurt.map(({ id, kind, hurt_s, today, tomorrow }) => {
    const place = Number(id)
    return {
      place,
      case_id: nameAt(contacts.names, contacts.case[place] ?? -1),
      channel: nameAt(contacts.names, contacts.channel[place] ?? -1) ?? '',
      queue: queues[kinds.get(kind) ?? -1] ?? null,
      arrived_at: new Date(contacts.arrived_ms[place] ?? 0).toISOString(),
      really: fateOf(contacts, learnt.handling, place),
      today,
      tomorrow,
      worse_by_s: hurt_s,
    }
  })
}

// Without rules, a queue is its channel. What no queue takes waits for its own person, and is no queue without people.
const shownQueue = (name: string): string => channelOfQueue(name) ?? name
function withChannels(report: Report): Report {
  const named = <Part extends Report['today']>(part: Part): Part => ({
    ...part,
    queues: part.queues.map((queue) => ({ ...queue, name: shownQueue(queue.name) })),
    warnings: part.warnings
      .filter(({ en }) => !en.includes(withTheirPerson))
      .map(({ code, fr, en }) => ({ code, fr: withoutPrefix(fr), en: withoutPrefix(en) })),
  })
  const { today, tomorrow, difference } = report
  return { ...report, today: named(today), tomorrow: tomorrow && named(tomorrow), difference: difference && named(difference) }
}
