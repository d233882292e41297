/** One stroke style, 24 by 24, in the colour of the text beside it. Decoration only: the word always stands next to it. */
const shapes = {
  tick: "M4 12.5 9.5 18 20 6.5",
  cross: "M6 6l12 12M18 6 6 18",
  warning: "M12 3.5 22 20.5H2L12 3.5ZM12 10v5M12 17.6v.4",
  stop: "M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8ZM12 7.5v6M12 16.2v.4",
  unknown: "M9 9a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.5M12 17v.4M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z",
  info: "M12 11v6M12 7.4v.4M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z",
  search: "M10.5 3.5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM15.8 15.8 21 21",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  menu: "M3.5 6.5h17M3.5 12h17M3.5 17.5h17",
  print: "M7 8.5v-5h10v5M7 17.5H3.5v-9h17v9H17M7 14h10v6.5H7Z",
  phone:
    "M6 3.5h4l1.5 5-2.5 1.8a13 13 0 0 0 4.700 4.700l1.800-2.500 5 1.500v4a2 2 0 0 1-2.200 2A17 17 0 0 1 4 5.700a2 2 0 0 1 2-2.200Z",
  document: "M6 2.500h8.500L18.500 7v14.500H6ZM14 2.500v5h4.500M9 12h6.500M9 16h6.500",
  pause: "M8 5v14M16 5v14",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`inline-block shrink-0 align-[-0.2em] ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
