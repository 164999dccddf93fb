// The door of cover.
import { returner } from './homecoming/return.ts'

export { covering } from './covering.ts'
export { homecomings } from './homecoming/read.ts'
export { readers } from './listen.ts'
export { routes } from './routes.ts'
export const workers = [returner]
