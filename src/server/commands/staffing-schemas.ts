// The schemas of what the staffing commands read and answer.
import { erlangReportShape, erlangShape } from '#staffing/contract'
import { z } from 'zod'

export const erlangSchema = (): object => z.toJSONSchema(erlangShape, { io: 'input' })
export const erlangReportSchema = (): object => z.toJSONSchema(erlangReportShape)
