// Bringing a file to a case.
import { bringFile } from '#ui/bring-file'
import type { CaseId } from '../../contract.ts'
import type { Attached } from './draft.ts'

type How = Parameters<typeof bringFile>[2]

export const uploadFile = async (caseId: CaseId, file: File, how?: How): Promise<Attached> =>
  (await bringFile(`/api/v1/cases/${caseId}/uploads`, file, how)) as Attached // an upload by its id
