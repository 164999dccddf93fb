// The door of intraday.
export { routes } from './routes.ts'
export { readers, workers } from './listen.ts'
export { openStage } from './menu/stage.ts'
export { forgetOldDays } from './forget.ts'
export { astray } from './astray.ts'
