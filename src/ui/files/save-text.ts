/**
 * Saves a text as a file: where the browser lets us, in a place of the person's choice, else as a download. Returns the
 * handle to save to again, or null. Giving up in the file dialog is no failure.
 */
export async function saveText(
  text: string,
  name: string,
  handle: FileSystemFileHandle | null = null,
): Promise<{ readonly isSaved: boolean; readonly handle: FileSystemFileHandle | null }> {
  return saveBlob(new Blob([text], { type: 'application/json' }), name, handle)
}

/** Saves bytes as a file; like `saveText`. */
export async function saveBlob(
  blob: Blob,
  name: string,
  handle: FileSystemFileHandle | null = null,
): Promise<{ readonly isSaved: boolean; readonly handle: FileSystemFileHandle | null }> {
  const { fileSave } = await import('browser-fs-access')
  const dot = name.lastIndexOf('.')
  try {
    const saved = await fileSave(blob, { fileName: name, extensions: [name.slice(dot)] }, handle)
    return { isSaved: true, handle: saved ?? null }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { isSaved: false, handle }
    throw error
  }
}
