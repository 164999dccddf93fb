import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { formulaIds, formulas } from '../../../rules/service-level.ts'
import { Amount, Length } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { turnWords } from './turn-words.ts'

/** What the queue aims at. It changes nobody's turn. */
export function AimPart({ queue, set }: Editing) {
  const say = useWords(turnWords)
  const spoken = useLanguage()
  const { aim } = queue
  return (
    <div className="routing-fields">
      <div className="routing-pair">
        <Length label={say('within')} hint={say('withinHint')} optional value={aim.within_s} onChange={(within_s) => set({ aim: { ...aim, within_s: Math.max(1, within_s) } })} onEmpty={() => set({ aim: { ...aim, within_s: null } })} />
        <Amount label={say('share')} least={1} most={100} value={Math.round(aim.share * 100)} onChange={(share) => set({ aim: { ...aim, share: share / 100 } })} />
      </div>
      <Select label={say('formula')} options={formulaIds.map((id) => ({ id, label: formulas[id][spoken] }))} value={aim.formula} onChange={(formula) => set({ aim: { ...aim, formula } })} />
    </div>
  )
} // prettier-ignore
