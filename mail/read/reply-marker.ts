/** Stands at the top of each of our letters: what a reply says above it is the answer. */
export const replyMarker = '—— 请在此线以上作答 ——';
