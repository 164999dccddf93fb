import { Button, IconButton } from '#ui/button'
import { useWords } from '#ui/words'
import { inLanguage, type Both, type Definition } from '../../contract.ts'
import { freeId, idFrom } from './draft.ts'
import { Pair } from './pair.tsx'
import { words } from './words.ts'

type Options = { id: string; label: Both }[]
type Editing = { options: Options; draft: Definition; most: number; onChange: (options: Options) => void }

/** The answers one may choose. An answer keeps its technical name when its words change, so that conditions go on meaning it. */
export function OptionsEditor({ options, draft, most, onChange }: Editing) {
  const say = useWords(words)
  const rename = (at: number, label: Both) => onChange(options.map((each, index) => (index === at ? { ...each, label } : each)))
  const settle = (at: number) => {
    const option = options[at]
    if (!option || !/^reponse(_\d+)?$/.test(option.id) || inLanguage(option.label, 'fr') === '') return
    const taken = options.filter((_, index) => index !== at).map(({ id }) => id)
    onChange(options.map((each, index) => (index === at ? { ...each, id: freeId(idFrom(inLanguage(each.label, 'fr')), taken) } : each))) // prettier-ignore
  }
  const add = () => onChange([...options, { id: freeId('reponse', options.map(({ id }) => id)), label: { fr: '', en: '' } }]) // prettier-ignore
  return (
    <fieldset className="forms-options">
      <legend>{say('options')}</legend>
      {options.map((option, at) => (
        <div key={at} className="forms-choice" onBlur={() => settle(at)}>
          <Pair labels={[say('optionFr'), say('optionEn')]} value={option.label} draft={draft} onChange={(label) => rename(at, label)} />
          <IconButton icon="trash" size="small" label={`${say('remove')} – ${inLanguage(option.label, 'fr') || at + 1}`} onPress={() => onChange(options.filter((_, index) => index !== at))} />
        </div>
      ))}
      {options.length < most && <Button size="small" icon="plus" onPress={add}>{say('addOption')}</Button>}
    </fieldset>
  ) // prettier-ignore
}
