// In the thread: a period learnt, checked against itself, rehearsed, and whom it hurts found again.
import { refuse } from '#base/refusal'
import { nobodyThere, nothingHappened, type Report } from '../contract.ts'
import type { HurtKept, Outcome } from '../store/result.ts'
import { countOf, nameAt, type Contacts } from '../traffic/contacts.ts'
import { findingsOf } from '../traffic/findings.ts'
import type { Given } from '../traffic/given.ts'
import { learn } from '../traffic/learn.ts'
import { fateOf, reallyWent } from '../traffic/really.ts'
import { scenarioOf, type Learnt } from '../traffic/scenario-of.ts'
import { selfCheck } from '../traffic/self-check.ts'
import type { Said } from '../traffic/shifts.ts'
import { queueToday } from './queue-today.ts'
import { simulated, type Progress } from './simulated.ts'

const CHECK_REPLICATIONS = 5 // of a self-check made apart, because the traffic of the rehearsal is not what came

export function rehearsePeriod(
  given: Given,
  { contacts, said }: { contacts: Contacts; said: readonly Said[] },
  progress: Progress,
): Outcome {
  if (countOf(contacts) === 0) throw refuse(nothingHappened, {})
  const { learnt, merged } = learn(contacts, said, given)
  const { asked } = given
  const factor = asked.changes.traffic_factor
  const scenario = scenarioOf(contacts, given, { learnt, factor })
  if (scenario.staff.length === 0) throw refuse(nobodyThere, {})
  const share = factor === 1 ? 0 : 0.2
  const asItWas = factor === 1 ? null : checked(contacts, given, learnt)
  progress(share)
  const report = simulated(scenario, (done) => progress(share + done * (1 - share)))
  const queueOf = queueToday(given)
  const really = reallyWent(contacts, learnt.kinds, { handling: learnt.handling, level: asked.service_level, queueOf })
  return {
    check: selfCheck(really, asItWas ?? report),
    findings: findingsOf(contacts, given, { learnt, merged }),
    report,
    hurt: hurtOf(report, contacts, learnt, queueOf),
  }
}

function checked(contacts: Contacts, given: Given, learnt: Learnt): Report {
  const asked = { ...given.asked, tomorrow: null, replications: Math.min(given.asked.replications, CHECK_REPLICATIONS) }
  return simulated(scenarioOf(contacts, { ...given, asked }, { learnt, factor: 1 }), () => {})
}

function hurtOf(report: Report, contacts: Contacts, learnt: Learnt, queueOf: ReturnType<typeof queueToday>): HurtKept[] {
  const kinds = new Map(learnt.kinds.map((kind, i) => [`${kind.facts.channel} ${i + 1}`, kind]))
  return report.most_hurt.map(({ id, kind: name, hurt_s, today, tomorrow }) => {
    const place = Number(id)
    const kind = kinds.get(name)
    return {
      place,
      case_id: nameAt(contacts.names, contacts.case[place] ?? -1),
      channel: nameAt(contacts.names, contacts.channel[place] ?? -1) ?? '',
      queue: kind ? queueOf(kind) : null,
      arrived_at: new Date(contacts.arrived_ms[place] ?? 0).toISOString(),
      really: fateOf(contacts, learnt.handling, place),
      today,
      tomorrow,
      worse_by_s: hurt_s,
    }
  })
}
