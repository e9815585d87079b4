import { html, raw } from 'hono/html';
import { letterNames } from '../../domain/letter-names.js';
import type { Counts } from './counts.js';
import { indexScript } from './index-script.js';
import { indexStyle } from './index-style.js';
import { monthCalendar, type Markup } from './month-calendar.js';
import type { RehearsedYear } from './rehearsed-year.js';
import type { BookLetter } from './year-book.js';

const shownKinds = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation', 'return', 'receipt'] as const;

/** The whole year on one page that needs nothing but the folder it lies in. */
export async function indexPage(book: RehearsedYear): Promise<string> {
  const { campaign, title, letters, counts, warnings, bulletins } = book;
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${campaign.year}年演练　${title}</title>
        <style>
          ${raw(indexStyle)}
        </style>
      </head>
      <body>
        <header>
          <div class="inner">
            <h1>${title}　${campaign.year}年演练</h1>
            <p>${book.behaviourLine}以下各函均为演练，未曾发出。</p>
          </div>
        </header>
        <nav>
          <div class="inner">
            <a href="#warnings">请注意</a><a href="#months">日历</a><a href="#counts">各单位收函</a
            ><a href="#letters">全部函件</a><a href="#bulletins">简报</a><a href="calendar.ics">calendar.ics</a>
          </div>
        </nav>
        <div class="inner">
          <ul class="facts">
            ${factsOf(book).map(([name, value]) => html`<li><b>${value}</b>${name}</li>`)}
          </ul>
          <section id="warnings">
            <h2>请注意</h2>
            ${
              warnings.length === 0
                ? html`<p class="calm">没有需要注意的事项。</p>`
                : html`<ol class="warnings">
                    ${warnings.map((warning) => html`<li>${warning}</li>`)}
                  </ol>`
            }
          </section>
          <section id="months">
            <h2>日历</h2>
            <div class="months">${monthCalendar(book)}</div>
          </section>
          <section id="counts">
            <h2>各单位收函（封）</h2>
            <div class="scroll">${countsTable(counts)}</div>
          </section>
          <section id="letters">
            <h2>全部函件</h2>
            ${filters(letters)}
            <div class="reader">
              <ul class="list">
                ${letters.map(letterRow)}
              </ul>
              <div class="shown">
                <p><a id="original" hidden>原件（.eml）</a></p>
                <iframe sandbox="" title="函件"></iframe>
              </div>
            </div>
          </section>
          <section id="bulletins">
            <h2>简报</h2>
            <ul class="bulletins">
              ${bulletins.map(({ file, name }) => html`<li><a href="${file}">${name}</a></li>`)}
            </ul>
          </section>
        </div>
        <footer>
          <div class="inner">shuangyue rehearse　种子 ${book.seed}　${campaign.id}</div>
        </footer>
        <script>
          ${raw(indexScript)};
        </script>
      </body>
    </html>`;
  return String(await page);
}

function factsOf({ letters, counts, bulletins, roundsHeld }: RehearsedYear): readonly (readonly [string, number])[] {
  return [
    ['期', roundsHeld],
    ['封函', letters.length],
    ['封发分管负责人', letters.filter(({ isToHead }) => isToHead).length],
    ['个牵头单位', counts.filter(({ tasks }) => tasks > 0).length],
    ['份简报', bulletins.length],
  ];
}

function countsTable(counts: readonly Counts[]): Markup {
  const restOf = ({ letters, byKind }: Counts) =>
    letters - shownKinds.reduce((sum, kind) => sum + (byKind[kind] ?? 0), 0);
  const row = (of: Counts, name: unknown, className: string) =>
    html`<tr class="${className}">
      <td>${name}</td>
      ${number(of.tasks)} ${shownKinds.map((kind) => number(of.byKind[kind] ?? 0))} ${number(restOf(of))}
      <td>${of.letters}</td>
      <td class="${of.toHead > 0 ? 'head' : 'zero'}">${of.toHead}</td>
    </tr>`;
  return html`<table class="counts">
    <thead>
      <tr>
        <th>单位</th>
        <th>牵头任务</th>
        ${shownKinds.map((kind) => html`<th>${letterNames[kind]}</th>`)}
        <th>其他</th>
        <th>合计</th>
        <th>其中送分管负责人</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map((of) => row(of, html`<a href="#letters" data-of="${of.addressee}">${of.name}</a>`, ''))}
      ${row(totalOf(counts), '合计', 'total')}
    </tbody>
  </table>`;
}

function number(value: number): Markup {
  return html`<td class="${value === 0 ? 'zero' : ''}">${value}</td>`;
}

function totalOf(counts: readonly Counts[]): Counts {
  const sum = (of: (one: Counts) => number) => counts.reduce((total, one) => total + of(one), 0);
  return {
    addressee: '',
    name: '',
    tasks: sum(({ tasks }) => tasks),
    letters: sum(({ letters }) => letters),
    toHead: sum(({ toHead }) => toHead),
    byKind: Object.fromEntries(shownKinds.map((kind) => [kind, sum(({ byKind }) => byKind[kind] ?? 0)])),
  };
}

function filters(letters: readonly BookLetter[]): Markup {
  const of = (name: (letter: BookLetter) => string, label: (letter: BookLetter) => string) => [
    ...new Map(letters.filter((letter) => name(letter) !== '').map((letter) => [name(letter), label(letter)])),
  ];
  return html`<p class="filter">
    ${choice(
      'party',
      '全部单位',
      of(
        ({ addressee }) => addressee,
        ({ addresseeName }) => addresseeName,
      ),
    )}
    ${choice(
      'kind',
      '全部种类',
      of(
        ({ kind }) => kind,
        ({ kindName }) => kindName,
      ),
    )}
    ${choice(
      'round',
      '全部各期',
      of(
        ({ round }) => round ?? '',
        ({ round }) => `${round ?? ''}期`,
      ),
    )}
    <input id="by-words" type="search" placeholder="单位、标题" size="14" aria-label="单位、标题" />
    <button type="button" id="all">全部</button>
    <output></output>
  </p>`;
}

function choice(name: string, all: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<select id="by-${name}" aria-label="${all}">
    <option value="">${all}</option>
    ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
  </select>`;
}

function letterRow({ path, addressee, addresseeName, kind, kindName, round, day, time, letter }: BookLetter): Markup {
  return html`<li>
    <a
      href="${encodeURI(`${path}.html`)}"
      data-eml="${encodeURI(`${path}.eml`)}"
      data-party="${addressee}"
      data-kind="${kind}"
      data-round="${round ?? ''}"
      data-day="${day}"
      ><span class="kind kind-${kind}">${kindName}</span><span class="when">${day} ${time}</span> ${addresseeName}<span
        class="subject"
        >${letter.subject ?? ''}</span
      ></a
    >
  </li>`;
}
