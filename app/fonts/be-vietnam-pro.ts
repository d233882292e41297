import localFont from "next/font/local";

export const beVietnamPro = localFont({
  src: [
    { path: "./be-vietnam-pro-400.woff2", weight: "400" },
    { path: "./be-vietnam-pro-500.woff2", weight: "500" },
    { path: "./be-vietnam-pro-700.woff2", weight: "700" },
  ],
  variable: "--font-be-vietnam",
  display: "swap",
});

/** Digits of one width, made by scripts/tabular-figures.mjs; the utility `figures` puts them before the text font. */
export const figures = localFont({
  src: [
    { path: "./figures-400.woff2", weight: "400" },
    { path: "./figures-500.woff2", weight: "500" },
    { path: "./figures-700.woff2", weight: "700" },
  ],
  variable: "--font-figures",
  display: "swap",
  adjustFontFallback: false,
});
