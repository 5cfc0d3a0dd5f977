/** What a design file may hold at most. Every figure stands on the help page; beyond them drawing and layout grow slow. */

/** Bytes of a file: 20 MB. Readers of files check it before they read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Objects and lists within each other, checked before anything recursive runs. */
export const MAX_DEPTH = 64

export const MAX_BLOCKS = 5_000
export const MAX_FLOWS = 20_000
export const MAX_GROUPS = 5_000
export const MAX_WAIVERS = 5_000

/** UTF-16 code units of a label or title. */
export const MAX_LABEL = 10_000

/** Pixels from the origin, each way: further out, sums of places lose their fractions in a picture. */
export const MAX_COORDINATE = 10_000_000

/** Groups within each other, the outermost counted: the layout goes down one call a level. */
export const MAX_GROUP_DEPTH = 64

/** Elements of a list and keys of a map within one record. */
export const MAX_LIST = 10_000
