import { taroHttp } from './http';

const request = jest.fn();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { request: (options: unknown): unknown => request(options) },
}));

beforeEach(() => jest.resetAllMocks());

describe('taroHttp', () => {
  it('asks the server and gives status and body as they are', async () => {
    request.mockResolvedValue({ statusCode: 503, data: { code: 'busy' } });
    const http = taroHttp('https://example.test');
    expect(await http.get('/time')).toEqual({ ok: true, value: { status: 503, body: { code: 'busy' } } });
    expect(request.mock.calls).toMatchObject([
      [{ url: 'https://example.test/time', method: 'GET', timeout: 8000 }],
    ]);
  });

  it.each([
    [{ 'Retry-After': '7' }, 7],
    [{ 'retry-after': 7 }, 7],
    [{ 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{}, undefined],
  ])('reads when to come back out of %p', async (header, retryAfter) => {
    request.mockResolvedValue({ statusCode: 503, data: {}, header });
    const reply = await taroHttp('').get('/time');
    expect(reply.ok && reply.value.retryAfter).toBe(retryAfter);
  });

  it.each([
    ['timeout', { errMsg: 'request:fail timeout' }],
    ['offline', { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' }],
    ['offline', new TypeError('Failed to fetch')],
    ['refused', { errMsg: 'request:fail net::ERR_CONNECTION_REFUSED' }],
    ['refused', { errMsg: 'request:fail url not in domain list' }],
    ['refused', undefined],
  ])('calls it %s when it fails with %p', async (fault, error) => {
    request.mockRejectedValue(error);
    expect(await taroHttp('').get('/time')).toEqual({ ok: false, error: fault });
  });

  it('counts what left the phone beside addresses, answered or not', async () => {
    const http = taroHttp('https://example.test');
    expect(http.traffic()).toEqual({ requests: 0, sentBytes: 0 });
    request.mockResolvedValueOnce({ statusCode: 200, data: {} }).mockRejectedValueOnce(new Error('timeout'));
    await http.get('/time');
    expect(http.traffic()).toEqual({ requests: 1, sentBytes: 0 });
    await http.get('/find?q=户口');
    expect(http.traffic()).toEqual({ requests: 2, sentBytes: 8 });
  });
});
