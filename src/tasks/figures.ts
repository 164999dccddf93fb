// Tasks answered in time over a period, per team. The figure carries its formula; the list with the same filter is what it was counted from.
import * as staff from '#staff'
import { scopesFor } from '#access'
import { inputInvalid } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { TaskFigures } from './contract.ts'
import { countEnds } from './store/lists.ts'

const MOST_DAYS = 3 * 366

export const formula = {
  id: 'tasks.answered_in_time.1',
  fr: 'Tâches répondues à temps ÷ tâches échues (répondues à temps ou en retard), par équipe. Une tâche compte dans la période de sa première échéance manquée, sinon de son échéance ; son retard reste à l’équipe à qui elle était alors demandée. Annulée ou demandée ailleurs à temps, elle ne compte pas. Renvoyée, son auteur retrouve le temps qui lui restait à sa réponse.',
  en: 'Tasks answered in time ÷ tasks that fell due (answered in time or late), per team. A task counts in the period of the first due moment it missed, else of its due moment; its lateness stays with the team it was then asked of. Called off, or asked elsewhere, in time it does not count. Sent back, its author has the time again that was left when the answer came.',
}

export async function figures(
  work: Work,
  { from, until, brand }: { from: string; until: string; brand?: string | undefined },
): Promise<TaskFigures> {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)]
  const days = start.until(end).total('hours') / 24
  if (days <= 0 || days > MOST_DAYS)
    throw refuse(inputInvalid, { fields: [{ path: 'until', message: 'must come after from, three years at most' }] })
  const rows = await countEnds(work, {
    from: start.toString(),
    until: end.toString(),
    brand,
    scopes: scopesFor(work.actor, 'case.read'),
  })
  const teams = await staff.teamsNamed(work, rows.flatMap(({ team_id }) => team_id ?? [])) // prettier-ignore
  return {
    from,
    until,
    teams: rows.map(({ team_id, in_time, late, sent_back }) => ({
      team: team_id ? { id: team_id, name: teams.get(team_id)?.name ?? '' } : null,
      due: in_time + late,
      in_time,
      late,
      sent_back,
      kept: in_time + late > 0 ? in_time / (in_time + late) : null,
    })),
    formula,
  }
}
