import { setRequestLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/app/_http/shell";
import { Button, LinkButton } from "@/components/ui/button";
import { Chip, Chips, Disclosure } from "@/components/ui/disclosure";
import { DotPlot } from "@/components/ui/dot-plot";
import { Choices, DateField, ErrorList, SelectField, TextField } from "@/components/ui/field";
import { Amount, DateText, Unknown, Unverified } from "@/components/ui/money";
import { Empty, KeyFigures, Page, Section, WithAside } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { StackBar } from "@/components/ui/stack-bar";
import { Checklist, Notice, Status, Verdict } from "@/components/ui/status";
import { DataTable, FactTable } from "@/components/ui/tables";
import { Timeline } from "@/components/ui/timeline";
import { day } from "@/domain/kernel/calendar";

export default async function Home({ params }: PageProps<"/[locale]">) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("shell.temporary");
  const vnd = (minor: bigint) => ({ minor, currency: "VND" });
  const fees = [
    {
      key: "a",
      cells: {
        what: "Tiền dịch vụ",
        who: "Bạn",
        when: "Sau khi ký hợp đồng",
        much: <Amount value={vnd(45_000_000n)} />,
        law: "Trần 52.000.000 ₫ (Điều 23)",
      },
    },
    {
      key: "b",
      cells: {
        what: "Đào tạo tiếng",
        who: "Bạn",
        when: "Trước khi học",
        much: <Amount value={vnd(12_500_000n)} />,
        law: "Theo thực tế",
      },
    },
    {
      key: "c",
      cells: {
        what: "Vé máy bay",
        who: "Công ty Nhật",
        when: "Trước khi bay",
        much: <Amount value={{ minor: 80_000n, currency: "JPY" }} dong={13_600_000n} rateOn={day("2026-11-20")} />,
        law: <Unknown ask="doanh nghiệp" />,
      },
    },
    {
      key: "t",
      total: true,
      cells: { what: "Bạn trả trước khi đi", who: "", when: "", much: <Amount value={vnd(57_500_000n)} />, law: "" },
    },
  ];
  const columns = [
    { key: "what", label: "Khoản" },
    { key: "who", label: "Ai trả" },
    { key: "when", label: "Khi nào" },
    { key: "much", label: "Số tiền", numeric: true },
    { key: "law", label: "Mức trần" },
  ];
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      breadcrumb={[
        { href: "/", label: "Trang chủ" },
        { href: "/don-hang", label: "Đơn hàng" },
      ]}
    >
      <KeyFigures
        figures={[
          {
            key: "1",
            label: "Giữ lại mỗi tháng",
            value: <Amount value={vnd(30_600_000n)} short />,
            note: "sau thuế, bảo hiểm, nhà ở",
          },
          { key: "2", label: "Trả trước khi đi", value: <Amount value={vnd(57_500_000n)} short /> },
          { key: "3", label: "Hòa vốn từ tháng", value: "thứ 2" },
          { key: "4", label: "Còn chỗ", value: "7 / 12", note: "hạn 20/12/2026" },
        ]}
      />
      <Verdict
        tone="good"
        title="Công ty Cổ phần Ví dụ (dữ liệu mẫu) được phép đưa lao động đi làm việc ở nước ngoài. Số liệu đến 20/11/2026."
      >
        <p>Giấy phép không có nghĩa là đơn hàng này có thật.</p>
      </Verdict>
      <Verdict tone="danger" title="Giấy phép đã bị thu hồi từ 04/11/2026." />
      <Verdict tone="caution" title="Được phép, nhưng bị hạn chế: không được tuyển cho Đài Loan." />
      <Verdict tone="neutral" title="Không có trong dữ liệu." />
      <Notice title="Trước khi nộp tiền">
        <p>Chỉ nộp tiền sau khi ký hợp đồng, vào tài khoản của doanh nghiệp, và giữ phiếu thu.</p>
      </Notice>
      <Section title="Vì sao tin được" lead="Mỗi dòng là một điều kiện theo luật.">
        <Checklist
          lines={[
            {
              key: "1",
              tone: "good",
              label: "Giấy phép:",
              result: "đang hiệu lực",
              note: "Điều 10 Luật 69/2020/QH14, đối chiếu 20/11/2026",
            },
            { key: "2", tone: "caution", label: "Chứng chỉ tiếng Đức B1:", result: "chưa rõ" },
            { key: "3", tone: "danger", label: "Chỉ tiêu:", result: "vượt" },
          ]}
        />
      </Section>
      <Section title="Chi phí">
        <StackBar
          sentence="Bạn trả 57,5 triệu đồng, công ty Nhật trả 28 triệu đồng. Tiền dịch vụ thấp hơn mức trần 7 triệu đồng."
          caption="Ai trả bao nhiêu"
          bars={[
            {
              key: "w",
              own: true,
              label: "Bạn trả",
              total: "57,5 triệu ₫",
              parts: [
                {
                  key: "a",
                  label: "Tiền dịch vụ",
                  value: 45,
                  ceiling: { value: 52, label: "Trần tiền dịch vụ 52 triệu ₫" },
                },
                { key: "b", label: "Tiếng", value: 12.5 },
              ],
            },
            {
              key: "e",
              label: "Công ty Nhật trả",
              total: "28 triệu ₫",
              parts: [
                { key: "a", label: "Vé máy bay", value: 13.6 },
                { key: "b", label: "Đào tạo", value: 14.4 },
              ],
            },
          ]}
          table={<DataTable caption="Từng khoản" columns={columns} rows={fees} phone="stack" />}
        />
      </Section>
      <Section title="Bảng cuộn">
        <DataTable caption="Từng khoản phí" columns={columns} rows={fees} />
      </Section>
      <Section title="Bảng xếp chồng">
        <DataTable caption="Từng khoản phí" columns={columns} rows={fees} phone="stack" />
      </Section>
      <Section title="Lịch sử giấy phép">
        <Timeline
          caption="Lịch sử giấy phép"
          sentence="Có giấy phép từ tháng 11/2016, bị đình chỉ sáu tháng năm 2021, còn hiệu lực đến nay."
          until={day("2026-11-20")}
          spells={[
            {
              key: "1",
              from: day("2016-11-04"),
              to: day("2021-03-01"),
              precision: "month",
              label: "đang hiệu lực",
              tone: "good",
              evidence: "Quyết định 123/QĐ-BLĐTBXH",
            },
            { key: "2", from: day("2021-03-01"), to: day("2021-09-01"), label: "đình chỉ", tone: "danger" },
            { key: "3", from: day("2021-09-01"), to: day("2024-05-01"), label: "bị hạn chế", tone: "caution" },
            { key: "4", from: day("2024-05-01"), to: null, label: "đang hiệu lực", tone: "good" },
          ]}
        />
      </Section>
      <Section title="So sánh thị trường">
        <DotPlot
          sentence="Đi Đức tốn ít nhất."
          caption="Chi phí"
          unit="120 triệu ₫"
          rows={[
            { key: "jp", label: "Nhật Bản", from: 40, to: 120, text: "40–120 triệu ₫" },
            { key: "de", label: "Đức", from: 0, to: 30, text: "0–30 triệu ₫" },
          ]}
        />
      </Section>
      <Section title="Thông tin">
        <FactTable
          facts={[
            {
              key: "1",
              label: "Lương cơ bản",
              value: (
                <Amount value={{ minor: 180_000n, currency: "JPY" }} dong={30_600_000n} rateOn={day("2026-11-20")} />
              ),
            },
            {
              key: "2",
              label: "Ngày cấp",
              value: <DateText day={day("2016-11-04")} precision="month" />,
              note: <Unverified />,
            },
            { key: "3", label: "Giờ làm", value: <Unknown ask="doanh nghiệp" /> },
          ]}
        />
      </Section>
      <WithAside
        aside={
          <form className="space-y-4">
            <ErrorList errors={[{ field: "q", message: "Gõ ít nhất hai chữ." }]} />
            <TextField name="q" label="Tìm việc" hint="Ví dụ: điều dưỡng Đức" error="Gõ ít nhất hai chữ." />
            <SelectField
              name="s"
              label="Sắp xếp"
              options={[
                { value: "1", label: "Mới nhất" },
                { value: "2", label: "Giữ lại nhiều nhất" },
              ]}
            />
            <TextField name="pay" label="Lương từ" unit="₫" inputMode="numeric" optional />
            <DateField name="on" label="Vào ngày" value={{ day: "20", month: "11", year: "2026" }} />
            <Choices
              name="m"
              legend="Thị trường"
              choices={[
                { value: "JP", label: "Nhật Bản", count: "1.204", checked: true },
                { value: "DE", label: "Đức", count: 88 },
                { value: "XX", label: "Áo", count: 0, disabled: true },
              ]}
            />
            <Button>Lọc</Button>
          </form>
        }
      >
        <div className="space-y-6">
          <Chips label="Đang lọc">
            <Chip href="/" label="Đức" />
            <Chip href="/" label="Không ký quỹ" />
          </Chips>
          <p className="flex flex-wrap gap-2">
            <Status tone="good">đang hiệu lực</Status>
            <Status tone="caution">bị hạn chế</Status>
            <Status tone="danger">đã thu hồi</Status>
            <Status tone="neutral">không có trong dữ liệu</Status>
          </p>
          <p className="flex flex-wrap gap-3">
            <Button>Gửi</Button>
            <LinkButton href="/" look="secondary">
              So sánh
            </LinkButton>
            <LinkButton href="/" look="quiet">
              In
            </LinkButton>
            <LinkButton href="/" look="danger">
              Xóa
            </LinkButton>
          </p>
          <Disclosure summary="Điều luật">Điều 23 Luật 69/2020/QH14.</Disclosure>
          <Empty
            title="Không có đơn hàng nào"
            links={[{ href: "/", label: "Bỏ điều kiện “không ký quỹ”: 12 đơn hàng" }]}
          >
            <p>Bỏ bớt một điều kiện.</p>
          </Empty>
          <Pagination page={4} pages={12} hrefOf={(n) => `/don-hang?trang=${n}`} />
        </div>
      </WithAside>
    </Page>
  );
}
