/** Storage that cannot be used now, with the sentence that is shown to the person. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
}

/** The document was stored by a newer version of Groundplan: this one must not write to it. */
export class NewerStored extends StorageFailure {
  constructor() {
    super('A newer version of Groundplan changed this design in another tab. Reload the page to get that version.')
  }
}

const MISSING = 'This browser gives the page no storage (a private window, or blocked site data).'

/** Why storage failed, in a sentence for the person. */
export function reasonOf(error: unknown): string {
  if (error instanceof StorageFailure) return error.message
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'unknown error'
  switch (name) {
    // Firefox and older Safari have names of their own for a full disk.
    case 'QuotaExceededError':
    case 'NS_ERROR_DOM_QUOTA_REACHED':
    case 'QUOTA_EXCEEDED_ERR':
      return 'The storage of this browser is full.'
    case 'VersionError':
      return 'A newer version of Groundplan stored its data here. Reload the page to get that version.'
    case 'SecurityError':
    case 'ReferenceError':
      return MISSING
    case 'DataCloneError':
      return 'The browser could not copy the last edit into its storage.'
    case 'InvalidStateError':
    case 'NotFoundError':
      return 'The browser closed its storage while the design was open.'
    default:
      return `The browser could not write to its storage (${name}).`
  }
}

/** Storage that this page never had. */
export function missingStorage(): StorageFailure {
  return new StorageFailure(MISSING)
}
