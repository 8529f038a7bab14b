export const actionNames: string[] = [];
