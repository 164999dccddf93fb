// What everything at the public door of forms has at hand.
import type { TenantId } from '#base/contract'
import type { Seal } from '#base/seal'
import { inWork, system, type Open, type Work } from '#base/work'
import type { Brand } from '#brands/contract'
import type { Definition } from '../contract.ts'
import type { Book } from './rules/pace.ts'
import type { FormRow } from './store/form.ts'

export type DoorSettings = { open: Open; seal: Seal; url: string } // url: the public address, empty when none is set
export type Door = DoorSettings & { books: { address: Book; form: Book; unproven: Book } }
export type Opened = { tenant: TenantId; form: FormRow; definition: Definition; number: number; brand: Brand }

export const LEAST_SECONDS = 3 // nobody reads and fills in a form faster

export const inForms = <Result>(
  { open }: Pick<Door, 'open'>,
  tenant: TenantId,
  body: (work: Work) => Promise<Result>,
): Promise<Result> => inWork(open, { tenant, actor: system('channels.form') }, body)
