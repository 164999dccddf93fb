import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { DateField } from '#ui/date'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addProject, editProject, listProjects, type CompanyId, type CustomerId, type Project } from '../../contract.ts'
import { Contacts } from '../contacts/panel.tsx'
import { words } from '../contacts/words.ts'

type Of = { of: { customer: CustomerId } | { company: CompanyId }; edits: boolean }

/** What is done for a customer or a company, each with a point of contact of its own. */
export function Projects({ of, edits }: Of) {
  const say = useWords(words)
  const [open, setOpen] = useState<Project | 'new' | null>(null)
  const asked = 'customer' in of ? { for: of.customer } : { company: of.company }
  const { data, error, refetch } = useAsk(listProjects, { ...asked, over: false })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const company = 'company' in of ? of.company : null
  return (
    <div className="contacts">
      <p className="contacts-quiet">{data?.items.length === 0 ? say('noProjects') : say('projectsText')}</p>
      <ul className="projects">
        {data?.items.map((project) => (
          <li key={project.id}>
            <button type="button" className="project" onClick={() => setOpen(project)}>
              <strong>{project.name}</strong>
              {project.company && !company && <Badge icon="company">{project.company.name}</Badge>}
              <small>{[project.since, project.until].filter(Boolean).join(' – ')}</small>
            </button>
          </li>
        ))}
      </ul>
      {edits && (
        <Button icon="plus" onPress={() => setOpen('new')}>
          {say('addProject')}
        </Button>
      )}
      {open && <EditProject key={open === 'new' ? 'new' : open.id} project={open === 'new' ? null : open} of={of} edits={edits} onClose={() => setOpen(null)} />}
    </div>
  ) // prettier-ignore
}

type Editing = Of & { project: Project | null; onClose: () => void }

function useSaving({ project, of, onClose }: Editing) {
  const say = useWords(words)
  const how = {
    refetch: [listProjects],
    onDone: () => {
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  }
  const [add, edit] = [useSend(addProject, how), useSend(editProject, how)]
  const owner = 'customer' in of ? { customer: of.customer, company: null } : { customer: null, company: of.company }
  return {
    error: add.error ?? edit.error,
    busy: add.isPending || edit.isPending,
    save: (filled: { name: string; since?: string; until: string | null }) => {
      if (project) edit.mutate({ id: project.id, version: project.version, ...filled })
      else add.mutate({ ...owner, ...filled })
    },
  }
}

function EditProject(editing: Editing) {
  const { project, edits, onClose } = editing
  const say = useWords(words)
  const [name, setName] = useState(project?.name ?? '')
  const [[since, until], setDays] = useState<[string | null, string | null]>([project?.since ?? null, project?.until ?? null])
  const { save, busy, error } = useSaving(editing)
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      {edits && (
        <Button
          tone="primary"
          isDisabled={name.trim() === ''}
          busy={busy}
          onPress={() => save({ name, ...(since ? { since } : {}), until })}
        >
          {say('saveProject')}
        </Button>
      )}
    </>
  )
  return (
    <Drawer open onClose={onClose} title={project?.name ?? say('addProject')} foot={foot}>
      <div className="customers-form">
        <TextField label={say('projectName')} autoFocus value={name} onChange={setName} maxLength={200} />
        <div className="customers-pair">
          <DateField label={say('projectSince')} value={since} onChange={(day) => setDays([day, until])} />
          <DateField label={say('projectUntil')} value={until} onChange={(day) => setDays([since, day])} {...(since ? { min: since } : {})} />
        </div>
        {error && <Failure error={error} />}
        {project && (
          <section className="contacts">
            <h3>{say('contact')}</h3>
            <Contacts of={{ project: project.id }} name={project.name} edits={edits} fallback={say('fromProject')} />
          </section>
        )}
      </div>
    </Drawer>
  ) // prettier-ignore
}
