type DrawnLabelProps = {
  /** In percent of the drawing's width. */
  from: number;
  width: number;
  /** Baseline inside the shape. */
  y: number;
  label: string;
  className: string;
  /** Stands above the shape where the word has no room. */
  otherwise?: { text: string; y: number; className: string };
};

/** A drawing is at least 320 px wide on a phone and 600 px on a desk; a letter takes 8 px. */
const fits = (label: string, width: number, drawing: number): boolean =>
  label.length * 8 + 12 <= (width / 100) * drawing;

/** The word inside its shape where it has room at that screen's width; else the short form above it, or nothing. */
export function DrawnLabel({ from, width, y, label, className, otherwise }: DrawnLabelProps) {
  const onPhone = fits(label, width, 320);
  const onDesk = fits(label, width, 600);
  const anchor = from > 92 ? "end" : from + width < 6 ? "start" : "middle";
  return (
    <>
      {onDesk && (
        <text
          x={`${from + width / 2}%`}
          y={y}
          textAnchor="middle"
          className={`${className} ${onPhone ? "" : "hidden sm:inline"}`}
        >
          {label}
        </text>
      )}
      {!onPhone && otherwise && (
        <text
          x={`${from + width / 2}%`}
          y={otherwise.y}
          textAnchor={anchor}
          className={`${otherwise.className} ${onDesk ? "sm:hidden" : ""}`}
        >
          {otherwise.text}
        </text>
      )}
    </>
  );
}
