/** The oldest git that has all verbs and options in use. */
export const MIN_GIT = "2.31";

/** Longest run of one git call, and longest silence of the object reader, in milliseconds. */
export const GIT_TIMEOUT_MS = 10_000;

/** The same for what can be done without, where git has fallen silent once. */
export const GIT_SECOND_TIMEOUT_MS = 250;

/** Most bytes collected from one git call. */
export const GIT_OUTPUT_CAP = 64 * 1024 * 1024;

/** Git's complaints are kept to this length. */
export const STDERR_CAP = 8_192;

/** Most bytes read from a walk over history, which is judged as it streams by and never kept. */
export const GIT_STREAM_CAP = 1024 * 1024 * 1024;

/** Larger objects and files are counted but never held in memory. */
export const OBJECT_CAP = 16 * 1024 * 1024;

/** Larger blobs and files are not read as text. */
export const TEXT_CAP = 256 * 1024;

/** Where git itself looks for a NUL byte to call content binary. */
export const BINARY_PROBE = 8_000;

/** A tree may name the same subtree many times over: past this many files it is not unfolded. */
export const MAX_TREE_FILES = 2_000_000;

/** Deepest nesting of folders that is followed. */
export const MAX_TREE_DEPTH = 500;

/** With more paths one unfiltered walk is cheaper than git's own path filter. */
export const MAX_PATHSPECS = 3;

/** The same where the walk seldom ends early: the versions of a report are spread over the whole history. */
export const MAX_VERSION_PATHSPECS = 20;

/** Renames are not looked for in a commit with more candidates than this; fixed, so that no user configuration changes a count. */
export const RENAME_LIMIT = 1_000;

/** So many commits in a row may bear wrong dates before a walk that goes by dates is led astray. */
export const MAX_MISDATED = 200;

/** The file that keeps facts of former runs grows to this size. */
export const CACHE_CAP = 8 * 1024 * 1024;

/** What takes up more of it is asked of git each time. */
export const CACHED_FACT_CAP = 1024 * 1024;
