/** Where the files of the faces lie: for the page beside its script, for the command line in the packages. */
import type { FaceId } from "../../scene/writers/pdf/faces.ts";

// The bundler finds these files only while their paths are written out in `new URL`.
export const faceFiles: Readonly<Record<FaceId, URL>> = {
  "sans-400": new URL("../../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf", import.meta.url),
  "sans-500": new URL("../../node_modules/@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf", import.meta.url),
  "sans-600": new URL("../../node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf", import.meta.url),
  serif: new URL(
    "../../node_modules/@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    import.meta.url,
  ),
  "tc-400": new URL("../../node_modules/@embedpdf/fonts-tc/fonts/NotoSansHant-Regular.otf", import.meta.url),
  "tc-700": new URL("../../node_modules/@embedpdf/fonts-tc/fonts/NotoSansHant-Bold.otf", import.meta.url),
  "sc-400": new URL("../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf", import.meta.url),
  "sc-700": new URL("../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf", import.meta.url),
  "hebrew-400": new URL(
    "../../node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
    import.meta.url,
  ),
  "hebrew-700": new URL(
    "../../node_modules/@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf",
    import.meta.url,
  ),
  "arabic-400": new URL(
    "../../node_modules/@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    import.meta.url,
  ),
  "arabic-700": new URL(
    "../../node_modules/@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
    import.meta.url,
  ),
  emoji: new URL(
    "../../node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
    import.meta.url,
  ),
};
