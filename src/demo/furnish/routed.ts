// The made-up centre's rules: who is offered which chat, call-back or letter. The same document the page of rules would write.
import * as routing from '#routing'
import type { Work } from '#base/work'
import { postRulebook, rulebookShape, type Rulebook } from '#routing/contract'
import { listSkills } from '#staff/contract'
import { act, by } from './act.ts'
import type { Place } from './place.ts'

export async function publishRules(work: Work, place: Place): Promise<void> {
  const { items: skills } = await act(work, listSkills, { limit: 50 })
  const skill = (name: string): string => skills.find((each) => each.name === name)!.id // the roster names them
  await by(routing.routes)(work, postRulebook, { title: 'Nos règles', in_force: true, document: rulesOf(place, skill) })
}

function rulesOf({ doors, reasons, teams }: Place, skill: (name: string) => string): Rulebook {
  const english = { skills: [{ skill: skill('Anglais'), level: 4, relax: [{ after_s: 90, level: 0 }] }] }
  const electrician = { skills: [{ skill: skill('Électricité'), level: 3, strength: 'should' as const }] }
  const [light, furniture, world] = (['light', 'furniture', 'world'] as const).map((name) => teams.get(name)!) // the roster names them
  const shop = {
    rings: [
      { after_s: 0, teams: [light, furniture] },
      { after_s: 60, teams: [world] },
    ],
  }
  const abroad = {
    rings: [
      { after_s: 0, teams: [world] },
      { after_s: 90, teams: [light, furniture] },
    ],
  }
  const slowly = { owner: { wait_s: 600 }, contact: { wait_s: 300 }, deputies: { wait_s: 120 } }
  return rulebookShape.parse({
    queues: [
      { key: 'export', name: 'Export', takes: { channels: ['chat'], languages: ['en'] }, who: { ...english, ...abroad }, wrap_up: { most_s: 30 } },
      { key: 'conseil', name: 'Conseil en direct', takes: { channels: ['chat', 'phone', 'visit', 'video'] }, who: shop, call_back: { after_s: 180 }, wrap_up: { most_s: 30 }, aim: { within_s: 60 } },
      { key: 'rappels', name: 'Rappels promis', takes: { channels: ['call_back'] }, who: shop, offer: { rings_s: 45 } },
      { key: 'pannes', name: 'Pannes', takes: { channels: ['email', 'form'], reasons: [reasons.fault] }, who: { ...electrician, ...shop, persons: slowly }, offer: { rings_s: 90 } },
      { key: 'pro', name: 'Professionnels et export', takes: { channels: ['email', 'form'], entry_points: [doors.pro.id, doors.english.id] }, who: { ...english, ...abroad, persons: slowly }, priority: { head_start_min: 30 }, offer: { rings_s: 90 } },
      { key: 'courrier', name: 'Courrier', takes: { channels: ['email', 'form', 'letter'] }, who: { ...shop, persons: slowly }, pace: { kind: 'deferred', due_within_s: 28_800, keep_free: 1 }, offer: { rings_s: 90 } },
    ],
  }) // prettier-ignore
}
