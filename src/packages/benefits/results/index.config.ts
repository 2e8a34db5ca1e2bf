export default definePageConfig({ navigationBarTitleText: '能领什么' });
