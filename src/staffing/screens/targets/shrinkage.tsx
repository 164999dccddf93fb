import { Button, IconButton } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Menu } from '#ui/menu'
import { useWords } from '#ui/words'
import { shrinkageOf } from '../../rules/shrinkage.ts'
import {
  shrinkageKindNames,
  shrinkageKinds,
  type Shrinkage,
  type ShrinkageKind,
  type TargetsDocument,
  type TargetsInForce,
} from '../../contract.ts'
import { decimal, percent } from '../say.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { shrinkageSaid, withoutShrinkage, withPart, withShrinkage } from './edit.ts'
import { aimWords } from './words.ts'

type Place = Pick<Shrinkage, 'queue' | 'site'>
type Shown = { document: TargetsDocument; given: TargetsInForce; onChange: ((document: TargetsDocument) => void) | null }
const EVERYWHERE: Place = { queue: null, site: null }

/** Shrinkage in its parts, everywhere and where it is otherwise, with what was learnt beside it. */
export function ShrinkagePanel({ document, given, onChange }: Shown) {
  const say = useWords(aimWords)
  const spoken = useLanguage()
  const everywhere = shrinkageSaid(document, EVERYWHERE) ?? { ...EVERYWHERE, parts: [] }
  const apart = document.shrinkage.filter(({ queue, site }) => queue !== null || site !== null)
  const nameOf = ({ queue, site }: Place): string => site !== null ? say('ofSite', { name: given.sites.find(({ key }) => key === site)?.name ?? site }) : say('ofQueue', { name: given.aims.find((aim) => aim.queue === queue)?.label || (queue ?? '') }) // prettier-ignore
  const places = [
    ...given.sites.map(({ key }): Place => ({ queue: null, site: key })),
    ...[...new Set(given.aims.map(({ queue }) => queue))].filter(Boolean).map((queue): Place => ({ queue, site: null })),
  ].filter((place) => !shrinkageSaid(document, place))
  return (
    <Panel title={say('shrinkage')}>
      <p className="staffing-quiet">{say('shrinkageLead')}</p>
      <Parts title={say('everybody')} said={everywhere} onChange={onChange && ((said) => onChange(withShrinkage(document, said)))} />
      {given.learnt.map(({ kind, share, people, enough }) => (
        <p key={kind} className="staffing-learnt">
          {enough ? say('learnt', { share: percent(share, spoken), people }) : say('learntFew')}{' '}
          {enough && onChange && share !== everywhere.parts.find((part) => part.kind === kind)?.share && (
            <Button size="small" tone="quiet" onPress={() => onChange(withShrinkage(document, withPart(everywhere, kind, share)))}>
              {say('take')}
            </Button>
          )}
        </p>
      ))}
      {apart.map((said) => (
        <Parts
          key={`${said.queue} ${said.site}`}
          title={nameOf(said)}
          said={said}
          onChange={onChange && ((next) => onChange(withShrinkage(document, next)))}
          onRemove={onChange && (() => onChange(withoutShrinkage(document, said)))}
        />
      ))}
      {onChange && places.length > 0 && (
        <Menu
          label={say('addPlace')}
          trigger={<Button size="small" tone="quiet" icon="plus">{say('addPlace')}</Button>}
          groups={[{ choices: places.map((place) => ({ id: `${place.queue ?? ''} ${place.site ?? ''}`, label: nameOf(place), run: () => onChange(withShrinkage(document, { ...place, parts: everywhere.parts })) })) }]}
        />
      )}
    </Panel>
  ) // prettier-ignore
}

type PartsShown = { title: string; said: Shrinkage; onChange: ((said: Shrinkage) => void) | null; onRemove?: (() => void) | null }

function Parts({ title, said, onChange, onRemove }: PartsShown) {
  const say = useWords(aimWords)
  const spoken = useLanguage()
  const total = shrinkageOf(said.parts)
  const left = shrinkageKindNames.filter((kind) => !said.parts.some((part) => part.kind === kind))
  const without = (kind: ShrinkageKind): Shrinkage => ({ ...said, parts: said.parts.filter((part) => part.kind !== kind) })
  return (
    <fieldset className="staffing-parts">
      <legend>
        {title}
        {onRemove && (
          <Button size="small" tone="quiet" onPress={onRemove}>
            {say('removePlace')}
          </Button>
        )}
      </legend>
      <ul>
        {said.parts.map(({ kind, share }) => (
          <li key={kind}>
            {onChange ? (
              <NumberBox label={say(`k_${kind}`)} value={Math.round(share * 1_000) / 10} least={0} most={90} hint={say(shrinkageKinds[kind] === 'paid' ? 'perPaid' : 'perPresent')} onChange={(value) => onChange(withPart(said, kind, value / 100))} />
            ) : (
              <span>
                {say(`k_${kind}`)} {percent(share, spoken)}
              </span>
            )}
            {onChange && <IconButton icon="close" label={say('removePart', { kind: say(`k_${kind}`) })} onPress={() => onChange(without(kind))} />}
          </li>
        ))}
        {onChange && left.length > 0 && (
          <li>
            <Menu label={say('addPart')} trigger={<Button size="small" tone="quiet" icon="plus">{say('addPart')}</Button>} groups={[{ choices: left.map((kind) => ({ id: kind, label: say(`k_${kind}`), run: () => onChange(withPart(said, kind, 0.05)) })) }]} />
          </li>
        )}
      </ul>
      <p>{say('total', { share: percent(total, spoken), people: decimal(100 / (1 - Math.min(0.99, total)), spoken, 0) })}</p>
    </fieldset>
  ) // prettier-ignore
}
