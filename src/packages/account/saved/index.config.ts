export default definePageConfig({ navigationBarTitleText: '收藏和最近看过' });
