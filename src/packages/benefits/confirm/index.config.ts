export default definePageConfig({ navigationBarTitleText: '兑现进度' });
