// What moves the chase of a task.
import { hear, reader } from '#base/journal'
import {
  taskAccepted, taskAnswered, taskAsked, taskBegun, taskCancelled, taskDeclined, taskEdited, taskPassedOn, taskRedirected, taskSentBack,
} from '../contract.ts' // prettier-ignore
import { follow } from './follow.ts'

export const chaseReader = reader('tasks.chase', [
  hear(taskAsked, follow),
  hear(taskBegun, follow),
  hear(taskEdited, follow),
  hear(taskRedirected, follow),
  hear(taskSentBack, follow),
  hear(taskPassedOn, follow),
  hear(taskAnswered, follow),
  hear(taskDeclined, follow),
  hear(taskAccepted, follow),
  hear(taskCancelled, follow),
])
