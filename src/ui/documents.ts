import { createDocuments } from '../store/documents'

/** The designs of this browser; one list for the whole page. */
export const documents = createDocuments()
