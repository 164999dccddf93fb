import { route } from '#base/http'
import { postStraySetAside, postStrayTaken } from '../contract.ts'
import { setStrayAside, takeStray } from './strays.ts'

export const strayRoutes = [route(postStrayTaken, takeStray), route(postStraySetAside, setStrayAside)]
