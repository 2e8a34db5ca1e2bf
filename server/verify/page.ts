/** What the verify page says: genuine and valid, replaced, revoked, or none of ours. Never a record. */
import type { VerificationView } from '@/domain/certificate/disclosure';
import { formatDate } from '@/domain/shared/civil-date';
import { departmentName } from '../catalogue';
import { html, type Html } from '../console/html';

export type Answer =
  | { readonly kind: 'ask' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'full' }
  | { readonly kind: 'found'; readonly view: VerificationView };

const STATUSES: Readonly<
  Record<VerificationView['status'], readonly [mark: string, word: string, tone: string, meaning: string]>
> = {
  valid: ['✓', '有效', 'fine', '这份证明是本平台出具的，现在有效。'],
  replaced: ['↻', '已替换', 'soon', '这份证明已经换发，请向企业要新的一份。'],
  revoked: ['✕', '已撤销', 'late', '这份证明已经撤销，不能再用。'],
};

const CONCLUSIONS: Readonly<Record<VerificationView['conclusion'], string>> = {
  issued: '所列部门都已出具',
  partiallyIssued: '部分出具，只代表下面列出的部门',
};

const row = (label: string, value: Html | string): Html =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${value}</td>
  </tr>`;

function found(view: VerificationView): Html {
  const [mark, word, tone, meaning] = STATUSES[view.status];
  return html`<section role="status">
      <p class="verdict ${tone}"><span aria-hidden="true">${mark}</span> ${word}</p>
      <p>${meaning}</p>
    </section>
    <section>
      <h2>证明写的是</h2>
      <table class="facts">
        ${row('证明编号', view.number)}${row('企业名称', view.companyName)}
        ${row('统一社会信用代码', view.maskedCreditCode)}
        ${row('证明期间', `${formatDate(view.period.start)} 至 ${formatDate(view.period.end)}`)}
        ${row('数据截至', formatDate(view.dataAsOf))}${row('结论', CONCLUSIONS[view.conclusion])}
        ${row('出具日期', formatDate(view.issuedOn))}
        ${row('部门', `${view.departments.length} 个：${view.departments.map(departmentName).join('、')}`)}
        ${row('文件摘要', html`SHA-256 前 12 位 ${view.fileHash}`)}
      </table>
      <p class="muted">请和手里的证明逐项核对。这里不显示任何记录的细节。</p>
    </section>`;
}

const TOLD: Readonly<Record<'unknown' | 'busy' | 'full', string>> = {
  unknown:
    '没有这份证明：二维码或验证码不是本平台的，或内容被改过。请对照证明再输一遍；仍然没有，就不要采信。',
  busy: '查得太勤了，请过一分钟再试。您输入的没有保存。',
  full: '现在查的人多，请过半分钟再查一次。您输入的没有保存。',
};

const isTold = (kind: Answer['kind']): kind is keyof typeof TOLD => kind in TOLD;

export const verifyBody = (answer: Answer): Html =>
  html`${isTold(answer.kind) && html`<p class="fault" role="alert">${TOLD[answer.kind]}</p>`}
    ${answer.kind === 'found' && found(answer.view)}
    <section>
      <h2>${answer.kind === 'found' ? '再验一份' : '输入验证码'}</h2>
      <form method="get" action="/verify">
        <label for="code">证明二维码下面的 16 位验证码</label>
        <input
          id="code"
          name="code"
          size="24"
          maxlength="40"
          autocomplete="off"
          autocapitalize="characters"
          required
        />
        <p><button class="main">验证</button></p>
      </form>
      <p class="muted">
        也可以用微信扫证明右上角的二维码。小程序没有网络也能验签名是否真实；是否已替换或撤销，要联网才知道。
      </p>
    </section>`;

export const verifyPage = (answer: Answer, demo: boolean): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>上市无违规证明验真 · 金普民生</title>
        <link rel="stylesheet" href="/console/style.css" />
      </head>
      <body>
        ${demo && html`<aside class="demo" aria-label="演示">演示数据：证明、企业都是虚构的，不作任何依据。</aside>`}
        <header><strong>金普民生 · 证明验真</strong></header>
        <main id="main" class="narrow">
          <h1>企业上市无违规证明</h1>
          ${verifyBody(answer)}
        </main>
      </body>
    </html>`.text;
