// The rules of a run: found by name when it is asked for, read when it is made, put live when it has convinced somebody.
import * as routing from '#routing'
import { refuse, type Work } from '#base/work'
import { rulebookShape, type Rulebook, type RulebookVersionId } from '#routing/contract'
import { noRules, type NewRun, type WhichRules } from '../contract.ts'

/** Published rules are those published now. A centre that never routed has none, and rehearses its first rulebook against that. */
export async function settledRules(work: Work, { today, tomorrow }: NewRun): Promise<Pick<NewRun, 'today' | 'tomorrow'>> {
  return { today: await settled(work, today, true), tomorrow: tomorrow && (await settled(work, tomorrow, false)) }
}

async function settled(work: Work, rules: WhichRules, mayBeNone: boolean): Promise<WhichRules> {
  switch (rules.kind) {
    case 'none':
      return rules
    case 'document':
      return { kind: 'document', document: rulebookShape.parse(rules.document) }
    case 'version':
      await routing.rulebookOf(work, asVersion(rules.version))
      return rules
    case 'published': {
      const current = await routing.currentRulebook(work)
      if (!current && !mayBeNone) throw refuse(noRules, {})
      return current ? { kind: 'version', version: current.id } : { kind: 'none' }
    }
  }
}

/** null: no rules. */
export async function rulebookOf(work: Work, rules: WhichRules | null): Promise<Rulebook | null> {
  if (rules?.kind === 'document') return rulebookShape.parse(rules.document)
  if (rules?.kind === 'version') return (await routing.rulebookOf(work, asVersion(rules.version))).document
  return null
}

const asVersion = (id: string): RulebookVersionId => id as RulebookVersionId // its shape was a uuid; whether there is one is asked
