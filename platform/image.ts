// Photographs as they are kept: upright, at most so large, without what the camera wrote about place and time. Whatever else the file
// carried (a second file behind the picture, comments, previews) is not in what is written anew.
import sharp from "sharp";

export type Picture = { bytes: Buffer; width: number; height: number };
export type PictureFault = "tooManyPixels" | "unreadable";

const longestSide = 2_000;
/** Telephones make up to 64 million in everyday use; a file of a few kilobytes can claim a hundred times that and take a server's memory. */
const mostPixels = 70_000_000;
const quality = 85;
// One picture is one thread's work: visitors' pages come first.
sharp.concurrency(1);
sharp.cache(false);

/** Only formats that our reader decodes whole; the type must have been sniffed before. */
export async function redraw(bytes: Uint8Array): Promise<Picture | PictureFault> {
  const options = { limitInputPixels: mostPixels, failOn: "error", pages: 1 } as const;
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return "tooManyPixels";
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality, chromaSubsampling: "4:4:4" })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return "unreadable";
  }
}
