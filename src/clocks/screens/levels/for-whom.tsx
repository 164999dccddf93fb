import { listBrands, listEntryPoints } from '#brands/contract'
import { listReasons } from '#cases/contract'
import { Checkbox, Switch } from '#ui/choice'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { priorities, type Match } from '../../contract.ts'
import type { Change } from './level-editor.tsx'
import type { LevelForm } from './level-form.ts'
import { words } from './words.ts'

type Option = { id: string; name: string }

export function ForWhom({ form, change }: { form: LevelForm; change: Change }) {
  const say = useWords(words)
  const brands = useAsk(listBrands, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const doors = useAsk(listEntryPoints, { limit: 200 }, { staleSeconds: 300 }).data?.items ?? []
  const reasons = useAsk(listReasons, {}, { staleSeconds: 300 }).data?.items ?? []
  const set = (part: Partial<Match>): void => change({ match: { ...form.match, ...part } })
  const named = priorities.map((id) => ({ id, name: say(id) }))
  return (
    <fieldset className="clocks-set">
      <legend>{say('forWhom')}</legend>
      <p className="clocks-lead">{say('forWhomHint')}</p>
      <Choices label={say('brands')} options={brands.map(({ id, name }) => ({ id, name }))} chosen={form.match.brands} onChoose={(ids) => set({ brands: ids })} />
      <Choices label={say('doors')} options={doors.map(({ id, name, address }) => ({ id, name: address ?? name }))} chosen={form.match.entry_points} onChoose={(ids) => set({ entry_points: ids })} />
      <Choices label={say('reasons')} options={reasons} chosen={form.match.reasons} onChoose={(ids) => set({ reasons: ids })} />
      <Choices label={say('priorities')} options={named} chosen={form.match.priorities} onChoose={(ids) => set({ priorities: ids && priorities.filter((each) => ids.includes(each)) })} />
      <Switch isSelected={form.by_contract} onChange={(by_contract) => change({ by_contract })}>
        {say('byContract')}
      </Switch>
    </fieldset>
  )
} // prettier-ignore

type Choosing = {
  label: string
  options: readonly Option[]
  chosen: readonly string[] | null
  onChoose: (ids: string[] | null) => void
}

// Nothing ticked is anything.
export function Choices({ label, options, chosen, onChoose }: Choosing) {
  if (options.length === 0) return null
  const toggle = (id: string, on: boolean): void => {
    const next = on ? [...(chosen ?? []), id] : (chosen ?? []).filter((each) => each !== id)
    onChoose(next.length > 0 ? next : null)
  }
  return (
    <div role="group" aria-label={label}>
      <strong>{label}</strong>
      <div className="clocks-choices">
        {options.map(({ id, name }) => (
          <Checkbox key={id} isSelected={chosen?.includes(id) ?? false} onChange={(on) => toggle(id, on)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
