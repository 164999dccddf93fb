// The schemas of what `guichet forecast` reads and answers. Pure.
import { z } from 'zod'
import { answerShape } from '../contract/answer.ts'
import { askShape } from '../contract/ask.ts'

export const forecastSchema = (): object => z.toJSONSchema(askShape, { io: 'input' })
export const forecastReportSchema = (): object => z.toJSONSchema(answerShape)
