// The set-ups that come with Guichet: each is one file of data. Another is one more file and one more line.
import { setupShape, type SetupDocument } from '../contract/document.ts'
import agency from './agency.json' with { type: 'json' }
import services from './services.json' with { type: 'json' }
import smallFirm from './small-firm.json' with { type: 'json' }
import software from './software.json' with { type: 'json' }

export const shipped: readonly SetupDocument[] = [agency, software, services, smallFirm].map((each) => setupShape.parse(each))
