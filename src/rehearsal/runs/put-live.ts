// Tomorrow's rules become today's: for everybody, or for a share of the traffic first, watched and taken back by itself.
import { allow, audit } from '#access'
import * as routing from '#routing'
import { refuse, type Work } from '#base/work'
import { guardShape, rulebookShape, type RulebookVersionId } from '#routing/contract'
import { notReady, nothingToPutLive, runChanged, type RunId } from '../contract.ts'
import { holdRun, recordLive, type RunRow } from '../store/run.ts'
import { needRun } from './show.ts'

type Asked = { id: RunId; share: number; guard?: Record<string, unknown> | undefined; name: string }
const MOST_TRIED = 0.99 // somebody stays on the usual rules, or there is nothing to compare with
type Live = { how: 'published' | 'trial'; live_id: string }

export async function putLive(work: Work, asked: Asked): Promise<Live> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  allow(work, 'routing.manage', { team: null, brand: null })
  const run = (await holdRun(work, asked.id)) ?? (await needRun(work, asked.id))
  if (run.ended_as !== 'done') throw refuse(notReady, {})
  const version = await versionOf(work, run, asked.name)
  const live = asked.share >= 1 ? await publish(work, version) : await tryOut(work, version, asked)
  await recordLive(work, run.id, { at: String(work.now), how: live.how, id: live.live_id })
  await audit(work, 'rehearsal.put_live', { about: run.id, details: live })
  work.publish(runChanged, { id: run.id, state: 'done' })
  return live
}

async function versionOf(work: Work, { asked, name }: RunRow, title: string): Promise<RulebookVersionId> {
  const rules = asked.tomorrow
  if (rules?.kind === 'version') return rules.version as RulebookVersionId // it was found when the run was asked for
  if (rules?.kind !== 'document') throw refuse(nothingToPutLive, {})
  const document = rulebookShape.parse(rules.document)
  const made = await routing.makeVersion(work, { title: title || name || 'Répétition', in_force: false, document })
  return made.id
}

async function publish(work: Work, id: RulebookVersionId): Promise<Live> {
  await routing.putInForce(work, { id })
  return { how: 'published', live_id: id }
}

async function tryOut(work: Work, rulebook: RulebookVersionId, { share, guard, name }: Asked): Promise<Live> {
  const plan = { steps: [], at_end: 'wait' as const, publish_after_minutes: 1_440 }
  const begun = await routing.beginTrial(work, {
    rulebook,
    share: Math.min(share, MOST_TRIED),
    guard: guardShape.parse(guard ?? {}),
    plan,
    because: name,
  })
  return { how: 'trial', live_id: begun.id }
}
