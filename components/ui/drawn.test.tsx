import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { drawn } from "./drawn";

const Name = ({ children }: { children: React.ReactNode }) => <b>{children}</b>;
const nodes: [string, React.ReactNode][] = [
  ["text with marks and signs", <p key="1">{`"Điều dưỡng" & <b>'x'</b>`}</p>],
  [
    "attributes",
    <a key="1" href={'/x?a=1&b="2"'} className="a b" tabIndex={0} aria-busy hidden={false} data-x={1} title={undefined}>
      x
    </a>,
  ],
  [
    "components, fragments, lists and nothing",
    <>
      <Name>
        a{1}
        {null}
        {false}
        {"b"}
      </Name>
      {[1, 2].map((n) => (
        <i key={n}>{n}</i>
      ))}
    </>,
  ],
  [
    "fields",
    <form key="1" noValidate>
      <input type="checkbox" defaultChecked name="o" value="1" disabled={false} required />
      <input defaultValue='a"b' maxLength={3} autoComplete="off" inputMode="numeric" enterKeyHint="search" />
      <label htmlFor="x">x</label>
    </form>,
  ],
  [
    "a list of choices",
    <select key="1" name="s" defaultValue="2">
      <option value="1">a</option>
      <option value="2">b</option>
    </select>,
  ],
  ["a text area", <textarea key="1" defaultValue={"a<b"} rows={3} />],
  [
    "a table",
    <table key="1">
      <tbody>
        <tr>
          <td colSpan={2} headers="a">
            x
          </td>
          <th rowSpan={2} scope="row">
            y
          </th>
        </tr>
      </tbody>
    </table>,
  ],
  [
    "a drawing",
    <svg
      key="1"
      viewBox="0 0 1 1"
      strokeWidth="2"
      strokeLinecap="round"
      textAnchor="middle"
      role="img"
      preserveAspectRatio="none"
    >
      <path d="M0 0" fillOpacity={0.5} />
      <text x={1} dominantBaseline="middle" fontSize="12">
        đ
      </text>
      <title>t</title>
    </svg>,
  ],
  [
    "time and details",
    <details key="1" open>
      <summary>s</summary>
      <time dateTime="2026-11-20">20/11</time>
      <br />
    </details>,
  ],
];

/** Names of HTML attributes know no case, and their order says nothing. */
const normal = (html: string): string =>
  html.replace(/<([a-z]+)((?:\s+[a-zA-Z-]+="[^"]*")*)(\/?)>/g, (_, tag: string, attributes: string, end: string) => {
    const sorted = (attributes.match(/[a-zA-Z-]+="[^"]*"/g) ?? []).map((one) =>
      one.replace(/^[a-zA-Z-]+/, (n) => n.toLowerCase()),
    );
    return `<${[tag, ...sorted.sort()].join(" ")}${end}>`;
  });

test.each(nodes)("%s: the same markup as React's", (_, node) => {
  expect(normal(drawn(node).__html)).toBe(normal(renderToStaticMarkup(node)));
});

test("nothing a person typed becomes markup", () => {
  const evil = `"><script>alert(1)</script>`;
  const html = drawn(<input defaultValue={evil} aria-label={evil} />).__html + drawn(<p title={evil}>{evil}</p>).__html;
  expect(html).not.toContain("<script>");
  expect(html.match(/</g)).toHaveLength(3);
});

test("what needs a client, a promise or a style is refused", () => {
  const client = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
  for (const node of [
    <button key="1" type="button" onClick={() => {}}>
      x
    </button>,
    <div key="1" style={{ color: "red" }} />,
    Promise.resolve("x") as never,
    { type: client, props: {} } as never,
  ])
    expect(() => drawn(node)).toThrow(/cannot draw/);
});
