import { useId, type ReactNode } from "react";

/** Names and values: side by side on a desk, one under the other on a phone. */
export type Fact = { key: string; label: ReactNode; value: ReactNode; note?: ReactNode };
export function FactTable({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map((fact) => (
        <div key={fact.key} className="py-3 sm:grid sm:grid-cols-[minmax(10rem,1fr)_2fr] sm:gap-6">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="min-w-0">
            {fact.value}
            {fact.note && <div className="text-small text-muted">{fact.note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type Column = {
  key: string;
  label: string;
  /** Amounts and counts stand right, figures of one width. */
  numeric?: boolean;
};
export type Row = {
  key: string;
  cells: Readonly<Record<string, ReactNode>>;
  /** A sum: drawn heavier, with a line above. */
  total?: boolean;
};

type TableProps = {
  caption: ReactNode;
  hideCaption?: boolean;
  /** The first column names its row. */
  columns: readonly Column[];
  rows: readonly Row[];
  /** On a phone: `scroll` keeps the grid in its own region, `stack` shows one small list per row. */
  phone?: "scroll" | "stack";
};

export function DataTable({ caption, hideCaption, columns, rows, phone = "scroll" }: TableProps) {
  const id = useId();
  const stack = phone === "stack";
  const table = (
    <table role="table" className={`w-full border-collapse text-left ${stack ? "stacked" : "min-w-max sm:min-w-0"}`}>
      <caption id={id} className={hideCaption ? "sr-only" : "pb-2 text-left font-medium"}>
        {caption}
      </caption>
      <thead>
        <tr role="row" className="border-b-2 border-ink text-small">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={`py-2 pr-4 align-bottom font-medium last:pr-0 ${column.numeric ? "text-right" : ""}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.key}
            role="row"
            className={row.total ? "border-t-2 border-ink font-bold" : "border-b border-line"}
          >
            {columns.map((column, i) => (
              <Cell key={column.key} column={column} heading={i === 0} stack={stack} bold={row.total}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (stack) return table;
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="relative overflow-x-auto">
      {table}
    </div>
  );
}

type CellProps = { column: Column; heading: boolean; stack: boolean; bold?: boolean; children: ReactNode };

function Cell({ column, heading, stack, bold, children }: CellProps) {
  const side = column.numeric ? `figures ${stack ? "sm:text-right" : "text-right"}` : "sm:max-w-72";
  const look = stack ? `align-top sm:py-2.5 sm:pr-4 sm:last:pr-0 ${side}` : `py-2.5 pr-4 align-top last:pr-0 ${side}`;
  if (heading) {
    return (
      <th scope="row" role="rowheader" className={`${look} ${bold ? "" : "font-medium"}`}>
        {children}
      </th>
    );
  }
  const blank = children === undefined || children === null || children === "";
  return (
    <td role="cell" data-label={column.label} className={`${look} ${stack && blank ? "blank" : ""}`}>
      {stack ? <div>{children}</div> : children}
    </td>
  );
}
