import type { AnswerContent } from '../domain/answer.js';
import type { Words } from './words.js';

/** What an answer says, a line each; an empty value never prints. */
export function answerLines({ figures, ...content }: AnswerContent, { history, names }: Words): readonly string[] {
  const { labels } = history;
  const said: readonly (readonly [string, string | undefined])[] = [
    [labels.toEnter, content.toEnter?.join(names.comma)],
    [labels.rating, content.rating && names.ratings[content.rating]],
    [labels.progress, content.unchanged === true ? labels.unchanged : undefined],
    ...figures.map(({ target, value }) => [labels.figure(target + 1), String(value)] as const),
    [labels.progress, content.progress],
    [labels.cause, content.cause],
    [labels.help, content.help],
    [labels.nextSteps, content.nextSteps],
    [labels.nextBy, content.nextBy],
    [labels.evidence, content.evidence],
    [labels.completedOn, content.completedOn],
    [labels.experience, content.experience],
    [
      labels.files,
      content.files
        ?.map(({ name, bytes }) => `${name}${names.bracket(`${Math.ceil(bytes / 1024)} KB`)}`)
        .join(names.comma),
    ],
    [labels.filledBy, content.filledBy],
    [labels.reviewedBy, content.reviewedBy],
    [labels.signedOffBy, content.signedOffBy],
  ];
  return said.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [`${label}${names.colon}${text}`]));
}
