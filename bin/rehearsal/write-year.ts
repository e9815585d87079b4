import { calendarFile } from './calendar-file.js';
import { indexPage } from './index-page.js';
import { letterPreview } from './letter-preview.js';
import { fillFolder, type OutFile } from './out-folder.js';
import type { RehearsedYear } from './rehearsed-year.js';
import { summaryOf } from './summary.js';

/** The year as a folder to browse, to import and to read by machines. */
export async function writeYear(folder: string, year: RehearsedYear): Promise<void> {
  const { campaign, title, rounds, letters, bulletins } = year;
  const pages: OutFile[] = [];
  for (const letter of letters) {
    pages.push({ path: `${letter.path}.eml`, content: letter.letter.raw });
    pages.push({ path: `${letter.path}.html`, content: await letterPreview(letter) });
  }
  const at = `${campaign.year}-01-01T00:00:00Z`;
  await fillFolder(folder, [
    ...pages,
    ...bulletins.map(({ file, page }) => ({ path: file, content: page })),
    { path: 'calendar.ics', content: calendarFile({ campaign: campaign.id, title, rounds, at }) },
    { path: 'index.html', content: await indexPage(year) },
    { path: 'summary.json', content: `${JSON.stringify(summaryOf(year), null, 2)}\n` },
  ]);
}
