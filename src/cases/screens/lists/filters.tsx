import { listBrands, listEntryPoints } from '#brands/contract'
import type { PersonId } from '#base/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Select } from '#ui/select'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listReasons, priorities, type ReasonId } from '../../contract.ts'
import { useMe } from '../me.ts'
import { usePeople } from '../people.ts'
import { words } from '../words.ts'
import type { Filter } from './filter.ts'

type Filtering = { filter: Filter; change: (part: { [Key in keyof Filter]?: Filter[Key] | undefined }) => void }

/** The filters of a list. One that offers no choice is not shown. */
export function Filters({ filter, change }: Filtering) {
  const say = useWords(words)
  const { owners, brands, doors, reasons } = useChoices()
  const narrowed = Object.keys(filter).some((key) => key !== 'q' && key !== 'status')
  const stands = [
    { id: '', label: say('anyStand') },
    { id: 'new', label: say('standNew') },
    { id: 'waiting_for_us', label: say('standUs') },
    { id: 'waiting_for_others', label: say('standOthers') },
    { id: 'suspected', label: say('standSuspected') },
  ]
  const priorityOptions = [
    { id: '', label: say('anyPriority') },
    ...priorities.toReversed().map((each) => ({ id: each, label: say(`priority_${each}`) })),
  ]
  const set = (key: keyof Filter) => (id: string) => change({ [key]: id === '' ? undefined : id })
  return (
    <div className="cases-filters" role="group" aria-label={say('status')}>
      <Segments
        label={say('status')}
        options={[
          { id: 'open', label: say('open') },
          { id: 'closed', label: say('shut') },
          { id: 'all', label: say('any') },
        ]}
        value={filter.status ?? 'open'}
        onChange={set('status')}
      />
      <Select label={say('owner')} hideLabel options={owners} value={whose(filter)} onChange={(id) => change(whoseIs(id))} />
      <Select label={say('stands')} hideLabel options={stands} value={filter.stands ?? ''} onChange={set('stands')} />
      <Select
        label={say('priority')}
        hideLabel
        options={priorityOptions}
        value={filter.priority ?? ''}
        onChange={set('priority')}
      />
      {brands.length > 2 && (
        <Select label={say('brand')} hideLabel options={brands} value={filter.brand ?? ''} onChange={set('brand')} />
      )}
      {doors.length > 2 && (
        <Select label={say('door')} hideLabel options={doors} value={filter.entry_point ?? ''} onChange={set('entry_point')} />
      )}
      {reasons.length > 1 && (
        <Select label={say('reason')} hideLabel options={reasons} value={filter.reason ?? ''} onChange={set('reason')} />
      )}
      {narrowed && (
        <Button tone="quiet" size="small" icon="close" onPress={() => change(NONE)}>
          {say('clearFilters')}
        </Button>
      )}
    </div>
  )
}

const NONE = {
  owner: undefined,
  handler: undefined,
  priority: undefined,
  stands: undefined,
  brand: undefined,
  entry_point: undefined,
  reason: undefined,
}

// Who answers for it, or that I work on it: one question, although the address says them apart.
const HANDLED = 'handled'
const whose = ({ owner, handler }: Filter): string => (handler ? HANDLED : (owner ?? ''))
const whoseIs = (id: string): Parameters<Filtering['change']>[0] =>
  id === HANDLED
    ? { owner: undefined, handler: 'me' }
    : { owner: id === '' ? undefined : (id as NonNullable<Filter['owner']>), handler: undefined } // chosen among owners

function useChoices() {
  const say = useWords(words)
  const [me, people] = [useMe(), usePeople()]
  const mayBrands = { staleSeconds: 300, enabled: me?.may.has('brand.read') ?? false }
  const brands = useAsk(listBrands, { limit: 200 }, mayBrands).data?.items ?? []
  const doors = useAsk(listEntryPoints, { limit: 200 }, mayBrands).data?.items ?? []
  const reasons = useAsk(listReasons, {}, { staleSeconds: 300 }).data?.items ?? []
  const named = (items: readonly { id: string | PersonId | ReasonId; name: string }[]) =>
    items.map(({ id, name }) => ({ id: String(id), label: name }))
  return {
    owners: [
      { id: '', label: say('everybody') },
      { id: 'me', label: say('me') },
      { id: 'covered', label: say('coveredOwners') },
      { id: HANDLED, label: say('handledByMe') },
      ...named(people.filter((person) => person.id !== me?.id)),
    ],
    brands: [{ id: '', label: say('anyBrand') }, ...named(brands)],
    doors: [{ id: '', label: say('anyDoor') }, ...named(doors)],
    reasons: [{ id: '', label: say('anyReason') }, ...named(reasons)],
  }
}
