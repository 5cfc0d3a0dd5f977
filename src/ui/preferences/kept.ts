import { preferencesDialog as say } from '../messages/en'

/** How many designs are kept, how many of them in the bin, and what that means for the person. */
export function keptInWords(designs: number, removed: number, isRefused: boolean): string {
  return isRefused ? say.refused : say.kept(designs, removed)
}
