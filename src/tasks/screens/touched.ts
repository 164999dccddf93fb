// What is asked again once something became of a task.
import { getCase } from '#cases/contract'
import { countTasks, getTask, listCaseTasks, listTasks, listWaits } from '../contract.ts'

export const touched = [listTasks, listCaseTasks, listWaits, countTasks, getTask, getCase]
