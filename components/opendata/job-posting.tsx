// The order for search engines, inside its page. Data, not a program: it runs nothing.
import { type JobPosting, jobPostingText } from "@/domain/opendata/rules";

export function JobPostingScript({ posting, nonce }: { posting: JobPosting | null; nonce?: string }) {
  if (!posting) return null;
  return (
    <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: jobPostingText(posting) }} />
  );
}
