import type { Case } from '#cases/contract'
import { FieldsPanel } from './fields-panel.tsx'

export const FieldsOfCase = ({ found }: { found: Case }) => <FieldsPanel subject="case" of={found.id} />
