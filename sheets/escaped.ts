/** A text that looks like an escape of the format would be read as the character it stands for. */
export const escaped = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
