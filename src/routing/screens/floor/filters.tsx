import { Checkbox } from '#ui/choice'
import { SearchField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Seen } from './page.tsx'
import { words } from './words.ts'

const ALL = 'all'

/** Which part of the floor is shown. */
export function Filters({ roster, wished, wish }: Seen) {
  const say = useWords(words)
  const chosen = (id: string) => (id === ALL ? undefined : id)
  return (
    <search className="floor-filters" aria-label={say('filters')}>
      <SearchField label={say('find')} value={wished.q ?? ''} onChange={(q) => wish({ q: q === '' ? undefined : q })} />
      {roster.teams.length > 1 && (
        <Select
          label={say('team')}
          hideLabel
          options={[{ id: ALL, label: say('allTeams') }, ...roster.teams.map(({ id, name }) => ({ id, label: name }))]}
          value={wished.team ?? ALL}
          onChange={(id) => wish({ team: chosen(id), site: undefined })}
        />
      )}
      {roster.sites.length > 1 && (
        <Select
          label={say('site')}
          hideLabel
          options={[{ id: ALL, label: say('allSites') }, ...roster.sites.map(({ id, name }) => ({ id, label: name }))]}
          value={wished.site ?? ALL}
          onChange={(id) => wish({ site: chosen(id), team: undefined })}
        />
      )}
      <Checkbox isSelected={wished.look === true} onChange={(look) => wish({ look: look || undefined })}>
        {say('onlyLook')}
      </Checkbox>
    </search>
  )
}
