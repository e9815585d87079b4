import { ratings, type Rating } from '../domain/rating.js';
import { ratingOf } from '../mail/answer/rating-words.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

const codes = Object.keys(ratings).filter((code): code is Rating => Object.hasOwn(ratings, code));

/** A rating by its code or its Chinese name, also as departments word it. */
export function readRating(given: string, words: Words): Rating {
  const rating = codes.find((code) => code === given || ratings[code] === given) ?? ratingOf(given);
  if (rating === undefined) throw mistake(words.badRating(given, Object.values(ratings)));
  return rating;
}
