export default definePageConfig({ navigationBarTitleText: '没填完的表' });
