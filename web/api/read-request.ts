import { z } from 'zod';
import type { WebContext } from '../web-env.js';

z.config(z.locales.zhCN());

/** A request that does not have the shape its route takes; `where` names the first field. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly where: string,
  ) {
    super(message);
    this.name = 'BadRequest';
  }
}

export function readQuery<Shape extends z.ZodType>(c: WebContext, shape: Shape): z.output<Shape> {
  return read(shape, c.req.query(), 'query');
}

export function readPath<Shape extends z.ZodType>(c: WebContext, shape: Shape): z.output<Shape> {
  return read(shape, c.req.param(), 'path');
}

export async function readBody<Shape extends z.ZodType>(c: WebContext, shape: Shape): Promise<z.output<Shape>> {
  const text = await c.req.text();
  return read(shape, parse(text), 'body');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadRequest(`请求内容不是 JSON：${cause instanceof Error ? cause.message : String(cause)}`, 'body');
  }
}

function read<Shape extends z.ZodType>(shape: Shape, value: unknown, place: string): z.output<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${[place, ...issue.path].join('.')}：${issue.message}`);
  throw new BadRequest(sentences.join('；'), [place, ...(result.error.issues[0]?.path ?? [])].join('.'));
}
