/** server/platform/workbook/unreadable.ts — a workbook that cannot be read, and why; whoever reads it says so in words. */
export class Unreadable extends Error {}
