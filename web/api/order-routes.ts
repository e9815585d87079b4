import { Hono } from 'hono';
import { z } from 'zod';
import type { WebOptions } from '../web-options.js';
import type { WebEnv } from '../web-env.js';
import { campaign } from './campaign-shape.js';
import { linkEntry } from './link-entry.js';
import { readBody, readPath, readQuery } from './read-request.js';
import {
  answerOnBehalf,
  bulletinEdits,
  call,
  code,
  contactChange,
  decision,
  linkRevocation,
  wordEdits,
} from './request-shapes.js';

/** What must be stored before, or instead of, an order through Temporal. */
export function orderRoutes({ deps: { orders }, now, publicUrl }: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const instant = () => now().toISOString();

  routes.post('/campaigns', async (c) => c.json(await orders.storeCampaign(await readBody(c, campaign))));
  routes.post('/answers', async (c) => {
    const request = await readBody(c, answerOnBehalf);
    return c.json(await orders.answerOnBehalf({ ...request, receivedAt: instant() }));
  });
  routes.post('/contacts', async (c) => {
    const request = await readBody(c, contactChange);
    return c.json(await orders.askContactChange({ ...request, askedAt: instant() }));
  });
  routes.post('/contacts/changes/:change/refuse', async (c) => {
    const { change } = readPath(c, z.object({ change: z.coerce.number().int().min(1) }));
    const request = await readBody(c, decision);
    return c.json(await orders.refuseContactChange({ ...request, change, at: instant() }));
  });
  routes.post('/bulletins/:round/edits', async (c) => {
    const place = { ...readQuery(c, z.object({ campaign: code })), ...readPath(c, z.object({ round: code })) };
    const request = await readBody(c, bulletinEdits);
    return c.json(await orders.editBulletin({ ...request, ...place, editedAt: instant() }));
  });
  routes.post('/bulletins/:round/word-edits', async (c) => {
    const place = { ...readQuery(c, z.object({ campaign: code })), ...readPath(c, z.object({ round: code })) };
    const request = await readBody(c, wordEdits);
    return c.json(await orders.editInWord({ ...request, ...place, editedAt: instant() }));
  });
  routes.post('/links/revoke', async (c) => {
    const request = await readBody(c, linkRevocation);
    return c.json(linkEntry(await orders.revokeLink({ ...request, at: instant() }), publicUrl));
  });
  routes.post('/calls', async (c) => {
    const request = await readBody(c, call);
    return c.json(await orders.logCall({ ...request, at: instant() }));
  });
  return routes;
}
