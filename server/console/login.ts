/** The page to sign in. In a demo it says with whom. */
import { DEMO_STAFF, DEMO_PASSWORD } from '../demo/staff';
import type { Service } from '../service';
import { secretOf } from '../staff/accounts';
import { codeFor, stepAt } from '../staff/totp';
import { html, type Html } from './html';

async function demoRows({ store, now }: Service): Promise<readonly Html[]> {
  const rows: Html[] = [];
  for (const { login, name, note } of DEMO_STAFF) {
    const secret = await secretOf(store, login);
    if (!secret) continue;
    rows.push(
      html`<tr>
        <td>${login}</td>
        <td>${name}：${note}</td>
        <td>${codeFor(secret, stepAt(now()))}</td>
      </tr>`,
    );
  }
  return rows;
}

export async function loginBody(service: Service, fault?: string): Promise<Html> {
  return html`<section>
      ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
      <form method="post" action="/console/login">
        <label for="login">账号</label><input id="login" name="login" autocomplete="username" required />
        <label for="password">密码</label
        ><input id="password" name="password" type="password" autocomplete="current-password" required />
        <label for="code">动态码（6 位）</label
        ><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required />
        <p><button class="main">登录</button></p>
      </form>
    </section>
    ${
      service.mode === 'demo' &&
      html`<section>
        <h2>演示账号</h2>
        <p>密码都是 ${DEMO_PASSWORD}。动态码每 30 秒换一次、只能用一次；过期了刷新本页。</p>
        <div class="scroll">
          <table>
            <tr>
              <th>账号</th>
              <th>谁</th>
              <th>现在的动态码</th>
            </tr>
            ${await demoRows(service)}
          </table>
        </div>
      </section>`
    }`;
}
