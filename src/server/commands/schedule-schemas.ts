// The schemas of what the schedule command reads and answers.
import { answerShape, askShape } from '#scheduling/contract'
import { z } from 'zod'

export const scheduleSchema = (): object => z.toJSONSchema(askShape, { io: 'input' })
export const scheduleReportSchema = (): object => z.toJSONSchema(answerShape)
