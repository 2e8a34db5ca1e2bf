export default definePageConfig({ navigationBarTitleText: '查谁、查哪些、查多久' });
