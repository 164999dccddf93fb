import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { listCompanies, type CompanyId } from '../contract.ts'
import { words } from './words.ts'

export function ChooseCompany({ value, onChange }: { value: CompanyId | null; onChange: (company: CompanyId | null) => void }) {
  const say = useWords(words)
  const companies = useAsk(listCompanies, { limit: 200 }).data?.items ?? []
  if (companies.length === 0) return null
  const pick = (id: string) => onChange(companies.find((company) => company.id === id)?.id ?? null)
  const options = [
    { id: 'none', label: say('noCompany') },
    ...companies.map(({ id, name }) => ({ id: id as string, label: name })),
  ]
  return <Select label={say('company')} value={value ?? 'none'} onChange={pick} options={options} />
}
