/** The frame of every page. No script at all: what the console does, forms do. */
import type { Staff } from '../staff/accounts';
import { STAFF_ROLE_NAMES } from '../staff/accounts';
import { mayReadAll, reviewedBy } from '../certificate/access';
import { hasRole } from '../staff/access';
import { departmentName } from '../catalogue';
import { html, type Html } from './html';

export interface Frame {
  readonly title: string;
  readonly body: Html;
  readonly demo: boolean;
  /** Who is signed in, with the form to sign out. */
  readonly who?: { readonly staff: Staff; readonly signOut: Html };
}

const rolesText = ({ grants }: Staff): string =>
  grants
    .map(
      ({ role, department }) =>
        STAFF_ROLE_NAMES[role] + (department === '*' ? '' : `·${departmentName(department)}`),
    )
    .join('、');

const navigation = ({ staff, signOut }: NonNullable<Frame['who']>): Html =>
  html`<nav aria-label="主要">
    <a href="/console">办件队列</a>
    <a href="/console/items">事项统计</a>
    ${hasRole(staff, 'reviewer', 'supervisor', 'auditor') && html`<a href="/console/matching">免申即享</a>`}
    ${reviewedBy(staff).length > 0 && html`<a href="/console/certificate-tasks">上市证明核查</a>`}
    ${mayReadAll(staff) && html`<a href="/console/certificates">上市证明</a>`}
    ${hasRole(staff, 'supervisor', 'auditor') && html`<a href="/console/complaints">投诉和差评</a>`}
    ${hasRole(staff, 'supervisor', 'auditor') && html`<a href="/console/reports">清单之外</a>`}
    <form class="find" method="get" action="/console/find" role="search">
      <label for="number">受理编号</label>
      <input id="number" name="number" inputmode="numeric" size="20" autocomplete="off" />
      <button>查</button>
    </form>
    <span class="who">${staff.name}（${rolesText(staff)}）</span>
    ${signOut}
  </nav>`;

export const frame = ({ title, body, demo, who }: Frame): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 金普民生后台</title>
        <link rel="stylesheet" href="/console/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        ${demo && html`<aside class="demo" aria-label="演示">演示数据：人员、办件都是虚构的，不作任何依据。</aside>`}
        <header><strong>金普民生 · 办件后台</strong>${who && navigation(who)}</header>
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text;
