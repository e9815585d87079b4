export const wordMedia = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
