import { useRouter } from '@tarojs/taro';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % in a hand-made link: what was written is the best there is.
    return text;
  }
}

/** The query of the page. WeChat gives it as it was written in the link, so it is decoded here. */
export function useParams(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : decoded(value)]),
  );
}
