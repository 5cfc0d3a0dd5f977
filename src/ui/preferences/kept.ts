/** How many designs are kept, how many of them in the bin, and what that means for the person. */
export function keptInWords(designs: number, removed: number, isRefused: boolean): string {
  if (isRefused) return 'This browser refuses to store anything: save a file to keep a design.'
  const bin = removed === 0 ? '' : `, and ${removed} in the bin`
  const counted = designs === 0 ? 'No design' : `${designs} ${designs === 1 ? 'design' : 'designs'}`
  const verb = designs + removed > 1 ? 'are' : 'is'
  return `${counted}${bin} ${verb} stored on this device, with these preferences. Nothing leaves it but the files that you save.`
}
