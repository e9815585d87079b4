import type { PostKind } from './register.js';

/** What people call a post. */
export const postNames: Readonly<Record<PostKind, string>> = {
  'liaison-a': '联络员A',
  'liaison-b': '联络员B',
  section: '承办处室',
  office: '单位办公室',
  head: '分管负责人',
};
