import type { OfficeProblem } from '../../domain/office-requests.js';
import type { WebContext } from '../web-env.js';

export function apiProblem(
  c: WebContext,
  status: 400 | 401 | 404 | 409 | 413 | 429 | 500 | 503,
  code: OfficeProblem['error']['code'],
  message: string,
  where: string,
  english?: string,
): Response {
  const problem: OfficeProblem = { error: { code, message, where, ...(english !== undefined && { english }) } };
  return c.json(problem, status);
}
