/** Control characters and marks that turn the direction of writing; line breaks and tabs may stay. */
// oxlint-disable-next-line no-control-regex
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Strangers write much of what the record holds: nothing of it may steer the terminal it is shown on. */
export function plainText(text: string): string {
  return text.replaceAll(steering, '');
}
