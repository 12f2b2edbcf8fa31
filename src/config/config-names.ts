/** Looked for in this order; the first that is there counts. */
export const CONFIG_NAMES = ["blockers.yaml", "blockers.yml", "blockers.json", "package.json"] as const;
