/** The forms in which `status` prints its tables. */
export const STATUS_FORMATS = ["text", "json", "markdown"] as const;

export type StatusFormat = (typeof STATUS_FORMATS)[number];
