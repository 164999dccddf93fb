import { CheckboxGroup, Label } from 'react-aria-components'
import { Checkbox } from '#ui/choice'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listTeams, type TeamId } from '../contract.ts'
import { words } from './words.ts'

export function ChooseTeams({ value, onChange }: { value: readonly TeamId[]; onChange: (teams: readonly TeamId[]) => void }) {
  const say = useWords(words)
  const teams = useAsk(listTeams, {}).data?.items ?? []
  const pick = (ids: string[]) => onChange(teams.filter(({ id }) => ids.includes(id)).map(({ id }) => id))
  return (
    <CheckboxGroup value={[...value]} onChange={pick} className="ui-field">
      <Label className="ui-label">{say('inTeams')}</Label>
      {teams.length === 0 && <p className="ui-field-hint">{say('noTeams')}</p>}
      {teams.map(({ id, name }) => (
        <Checkbox key={id} value={id}>
          {name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
