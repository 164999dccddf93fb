import { Combobox } from '#ui/combobox'
import { useAsk } from '#ui/query'
import { listTeams, type Team, type TeamId } from '../contract.ts'

type Choosing = { label: string; hint?: string; value: TeamId | null; onChange: (team: TeamId | null) => void }

export const useAllTeams = (): readonly Team[] => useAsk(listTeams, { limit: 200 }, { staleSeconds: 60 }).data?.items ?? []

/** One of the teams, by typing its name. */
export function ChooseTeam({ value, onChange, ...field }: Choosing) {
  const teams = useAllTeams()
  const options = teams.map(({ id, name, manager }) => ({ id, label: name, detail: manager.name }))
  return <Combobox {...field} options={options} value={value} onChange={(id) => onChange(teams.find((team) => team.id === id)?.id ?? null)} />
} // prettier-ignore
