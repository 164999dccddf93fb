// What may be refused, and what to do about it.
import { refusal } from '#base/contract'
import type { TaskState } from './words.ts'

export const taskUnknown = refusal('task.unknown', 404, {
  fr: 'Cette tâche n’existe pas, ou n’est pas à vous de la voir.',
  en: 'There is no such task, or it is not yours to see.',
})
export const notAskedOfYou = refusal('task.not_asked_of_you', 403, {
  fr: 'Cette tâche est demandée à quelqu’un d’autre. Laissez une remarque, ou faites-la redemander.',
  en: 'This task is asked of somebody else. Leave a remark, or have it asked again.',
})
export const taskOver = refusal<{ state: TaskState }>('task.over', 409, {
  fr: 'Cette tâche est déjà terminée. Rechargez la page, et demandez de nouveau si besoin.',
  en: 'This task is already over. Reload the page, and ask anew if needed.',
})
export const taskNotAnswered = refusal<{ state: TaskState }>('task.not_answered', 409, {
  fr: 'Cette tâche n’a pas de réponse en attente. Rechargez la page.',
  en: 'This task has no answer waiting. Reload the page.',
})
export const taskAnsweredAlready = refusal<{ state: TaskState }>('task.answered_already', 409, {
  fr: 'Une réponse attend déjà d’être acceptée. Attendez qu’elle le soit, ou ajoutez une remarque.',
  en: 'An answer is already waiting to be accepted. Wait until it is, or add a remark.',
})
export const taskWaits = refusal<{ waits_for: string[] }>('task.waits', 409, {
  fr: 'Cette tâche attend que d’autres soient acceptées. Elle commencera alors d’elle-même.',
  en: 'This task waits for others to be accepted. It will then begin by itself.',
})
export const taskTakenAlready = refusal<{ by: { id: string; name: string } }>('task.taken_already', 409, {
  fr: 'Quelqu’un de l’équipe a déjà pris cette tâche. Rechargez pour voir qui.',
  en: 'Somebody of the team already took this task. Reload to see who.',
})
export const answerEmpty = refusal('task.answer_empty', 422, {
  fr: 'La réponse est vide. Écrivez quelque chose ou joignez un fichier.',
  en: 'The answer is empty. Write something or attach a file.',
})
export const pastCaseDeadline = refusal<{
  due_at: string
  case_due_at: string
  why: { fr: string; en: string }
  latest_at: string | null
  latest_minutes: number | null
}>('task.past_case_deadline', 409, {
  fr: 'Cette échéance tombe après celle du dossier lui-même. Prenez au plus tard le moment proposé, ou confirmez que vous le demandez en connaissance de cause.',
  en: 'This deadline falls after that of the case itself. Take the latest moment offered, or confirm that you ask for it knowingly.',
})
export const deadlineNeeded = refusal('task.deadline_needed', 422, {
  fr: 'Dites pour quand : personne n’a encore indiqué le délai habituel de cette équipe.',
  en: 'Say by when: nobody has given the usual time of this team yet.',
})
export const deadlinePast = refusal<{ due_at: string }>('task.deadline_past', 422, {
  fr: 'Ce moment est déjà passé. Choisissez un moment à venir.',
  en: 'This moment has already gone by. Choose one that is still to come.',
})
export const deadlineTooFar = refusal<{ due_at: string | null }>('task.deadline_too_far', 422, {
  fr: 'C’est trop loin : choisissez un moment dans l’année, pendant lequel ces horaires s’ouvrent.',
  en: 'This is too far away: choose a moment within the year, while these hours still open.',
})
export const askedUnfit = refusal<{ name: string }>('task.asked_unfit', 422, {
  fr: 'On ne peut pas demander cela : la personne est partie, l’équipe est fermée ou vide, ou n’a pas le droit de répondre aux tâches. Choisissez quelqu’un d’autre.',
  en: 'This cannot be asked of them: the person has left, the team is closed or empty, or may not answer tasks. Choose somebody else.',
})
export const orderInCircle = refusal('task.order_in_circle', 422, {
  fr: 'Ces tâches s’attendraient l’une l’autre sans fin. Retirez l’une des attentes.',
  en: 'These tasks would wait for each other without end. Remove one of the waits.',
})
export const afterUnknown = refusal('task.after_unknown', 422, {
  fr: 'Une tâche à attendre n’est pas, ou n’est plus, de ce dossier. Rechargez la page.',
  en: 'A task to wait for is not, or no longer, of this case. Reload the page.',
})
export const tooManyTasks = refusal<{ most: number }>('task.too_many', 409, {
  fr: 'Ce dossier compte déjà beaucoup de tâches ouvertes. Terminez-en, ou annulez-en.',
  en: 'This case already has many open tasks. End some, or call some off.',
})
export const listFull = refusal<{ most: number }>('task.list_full', 409, {
  fr: 'Cette liste de contrôle est pleine. Retirez un point, ou ouvrez une autre tâche.',
  en: 'This checklist is full. Strike an item out, or open another task.',
})
export const messageNotOfCase = refusal('task.message_not_of_case', 422, {
  fr: 'Un message ou un fichier choisi n’est pas de ce dossier. Rechargez la page et choisissez de nouveau.',
  en: 'A chosen message or file is not of this case. Reload the page and choose again.',
})
export const procedureUnfit = refusal<{ step: string }>('procedure.unfit', 422, {
  fr: 'Cette procédure ne tient pas : une étape en attend une qui n’existe pas, deux portent la même clé, ou elles s’attendent en cercle.',
  en: 'This procedure does not hold together: a step waits for one that does not exist, two have the same key, or they wait in a circle.',
})
export const procedureStartedAlready = refusal('procedure.started_already', 409, {
  fr: 'Cette procédure est déjà en cours dans ce dossier.',
  en: 'This procedure is already under way in this case.',
})
export const procedureNameTaken = refusal('procedure.name_taken', 409, {
  fr: 'Une autre procédure porte déjà ce nom. Choisissez-en un autre.',
  en: 'Another procedure already has this name. Choose another.',
})
export const procedureUnknown = refusal('procedure.unknown', 404, {
  fr: 'Cette procédure n’existe pas, ou n’existe plus.',
  en: 'There is no such procedure, or it is no longer there.',
})
export const linkOver = refusal('task.link_over', 410, {
  fr: 'Ce lien n’ouvre plus rien : il a expiré ou a été retiré. Demandez-en un autre à la personne qui vous a écrit.',
  en: 'This link opens nothing any more: it has expired or was revoked. Ask the person who wrote to you for another.',
})
export const whoDoesTasksStays = refusal<{ tasks: number }>('task.rests_on_leaver', 409, {
  fr: 'Des tâches reposent encore sur cette personne. Transmettez-les d’abord.',
  en: 'Tasks still rest on this person. Pass them on first.',
})
