// The schemas of what the staffing commands read and answer.
import { erlangReportShape, erlangShape, staffReportShape, staffShape } from '#staffing/contract'
import { z } from 'zod'

export const erlangSchema = (): object => z.toJSONSchema(erlangShape, { io: 'input' })
export const erlangReportSchema = (): object => z.toJSONSchema(erlangReportShape)
export const staffSchema = (): object => z.toJSONSchema(staffShape, { io: 'input' })
export const staffReportSchema = (): object => z.toJSONSchema(staffReportShape)
