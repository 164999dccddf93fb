import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Badge } from '#ui/badge'
import { Icon, type IconName } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { itemKinds, type ListedSetup } from '../contract.ts'
import { words } from './words.ts'
import './setups.css'

export const NOTHING = 'nothing'
type Carding = {
  label: string
  setups: readonly ListedSetup[]
  value: string
  onChange: (id: string) => void
  present?: string | null // the one the house lives in
  nothing?: boolean // may nothing be chosen?
}

/** The set-ups as cards, one of which is chosen. */
export function Cards({ label, setups, value, onChange, present = null, nothing = true }: Carding) {
  const say = useWords(words)
  return (
    <RadioGroup value={value} onChange={onChange} className="setups-cards">
      <Label className="unseen">{label}</Label>
      <div>
        {setups.map((setup) => (
          <Card key={setup.id} setup={setup} isPresent={present === setup.id} />
        ))}
        {nothing && (
          <Radio value={NOTHING} className="setups-card" data-bare="">
            <span className="setups-card-head">
              <Icon name="minus" />
              <strong>{say('nothing')}</strong>
            </span>
            <span>{say('nothingLead')}</span>
            <small>{say('nothingAbout')}</small>
          </Radio>
        )}
      </div>
    </RadioGroup>
  )
}

function Card({ setup, isPresent }: { setup: ListedSetup; isPresent: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const shown = itemKinds.filter((kind) => (setup.counts[kind] ?? 0) > 0 && kind !== 'holding')
  return (
    <Radio value={setup.id} className="setups-card">
      <span className="setups-card-head">
        <Icon name={setup.icon as IconName} />
        <strong>{setup.name[spoken]}</strong>
        {isPresent && (
          <Badge tone="good" icon="check">
            {say('chosen')}
          </Badge>
        )}
        {setup.ours && <Badge>{say('ours')}</Badge>}
      </span>
      <span>{setup.lead[spoken]}</span>
      <small className="setups-card-counts">
        {shown.map((kind) => (
          <span key={kind}>{say(kind, { count: setup.counts[kind] ?? 0 })}</span>
        ))}
      </small>
    </Radio>
  )
}
