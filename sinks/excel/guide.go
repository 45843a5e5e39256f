package excel

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// guide writes the first sheet: what the book is, what was read, where to find
// what, how to use it, what its signs mean.
func (b *book) guide(p plan) error {
	f := b.file
	err := errors.Join(
		b.appear(p.guide, look{colour: "1F3864"}), f.SetSheetView(p.guide, 0, &excelize.ViewOptions{ShowGridLines: new(false)}),
		f.SetColWidth(p.guide, "A", "A", 56), f.SetColWidth(p.guide, "B", "B", 12), f.SetColWidth(p.guide, "C", "C", 92),
	)
	if err != nil {
		return err
	}
	g := &guideWriter{overviewWriter: overviewWriter{book: b, name: p.guide}, row: 1}
	g.opening()
	g.outcomes()
	g.answers()
	g.contents(p)
	g.howTo()
	g.signs()
	g.meaning()
	g.elsewhere()
	g.limits()
	g.do(b.page(p.guide, look{portrait: false}))
	return errors.Join(g.faults...)
}

// guideWriter writes a sheet line by line.
type guideWriter struct {
	overviewWriter
	row int
}

func (g *guideWriter) heading(text string) {
	g.row++
	for col := 1; col <= 3; col++ {
		g.set(col, g.row, nil, g.book.styles.subtitle)
	}
	g.set(1, g.row, text, g.book.styles.subtitle)
	g.row++
}

// line writes a label, a short value and a text.
func (g *guideWriter) line(label, value any, text string) {
	st := g.book.styles
	if label != nil {
		g.set(1, g.row, label, st.wrap)
	}
	if value != nil {
		g.set(2, g.row, value, st.count)
	}
	if text != "" {
		g.set(3, g.row, text, st.wrap)
		if lines := 1 + utf8.RuneCountInString(text)/92; lines > 1 {
			g.do(g.book.file.SetRowHeight(g.name, g.row, float64(lines)*15.5))
		}
	}
	g.row++
}

// wide writes a text over the whole width.
func (g *guideWriter) wide(text string) {
	g.do(g.book.file.MergeCell(g.name, cellName(1, g.row), cellName(3, g.row)))
	g.set(1, g.row, text, g.book.styles.wrap)
	lines := 1 + utf8.RuneCountInString(text)/150
	g.do(g.book.file.SetRowHeight(g.name, g.row, float64(lines)*15.5))
	g.row++
}

func (g *guideWriter) opening() {
	b := g.book
	g.set(1, g.row, b.say("Kết quả tổng kết đại hội đảng bộ các cấp", "Results of Party congress reports"), b.styles.title)
	g.row++
	g.wide(b.say(
		"Sổ này ghi lại những gì các báo cáo, thông báo và tin bài về đại hội đảng bộ nêu: số liệu bầu cử, nhân sự, đánh giá, hạn chế, nhiệm vụ. Mỗi ô đều có câu dẫn chứng trong văn bản gốc; không số nào bị sửa, chỗ nào mâu thuẫn thì ghi ở trang Phát hiện khi kiểm tra.",
		"This book holds what reports, notices and news on Party congresses state: figures of elections, people, assessments, limitations, tasks. Every cell stands on a sentence of its source; no figure is corrected, and what contradicts itself is listed as a finding."))
	g.wide(b.say(
		"Bắt đầu từ trang Tổng quan để xem hình chung, trang Kết quả theo đơn vị để lấy số, trang Cần xử lý để biết tệp nào chưa đọc được.",
		"Begin with Overview for the picture, Unit results for figures, Problems for the files that were not read."))
}

// outcomes says what was read and what was not.
func (g *guideWriter) outcomes() {
	b := g.book
	g.heading(b.say("Đã đọc những gì", "What was read"))
	g.line(b.say("Tệp đầu vào", "Inputs"), b.total, "")
	labels := map[string]string{}
	if t := b.table("documents"); t != nil && t.Column("status") != nil {
		labels = codeLabels(t.Column("status"), b.config.Lang)
	}
	for _, s := range []report.Status{report.OK, report.Partial, report.Failed, report.Duplicate, report.Skipped} {
		if n := b.counts[string(s)]; n > 0 {
			note := ""
			if troubled[string(s)] {
				note = b.say("xem trang Cần xử lý", "see Problems")
			}
			g.line("   "+cmp.Or(labels[string(s)], string(s)), n, note)
		}
	}
	if !b.newest.IsZero() {
		g.line(b.say("Ngày của văn bản", "Dates of documents"), nil, b.oldest.Format("02/01/2006")+" – "+b.newest.Format("02/01/2006"))
	}
	switch {
	case b.config.Units != "":
		g.line(b.say("Danh sách đơn vị đối chiếu", "Roster"), nil, b.losses.clean(b.config.Units)+b.say(": trang Độ phủ cho biết đơn vị nào chưa gửi báo cáo.", ": the sheet Coverage says which units sent no report."))
	case b.table("coverage") != nil:
		g.line(b.say("Danh sách đơn vị đối chiếu", "Roster"), nil, b.say("không có: trang Độ phủ chỉ liệt kê đơn vị mà văn bản nhắc tới; đơn vị chưa gửi gì thì chưa biết được (dùng --units TỆP).", "none: the sheet Coverage lists only units that some document names; units that sent nothing are unknown (use --units FILE)."))
	}
	for _, x := range [][2]string{
		{b.say("Lượt chạy", "Run"), b.config.Run}, {b.say("Hồ sơ quy tắc", "Profile"), b.config.Profile},
		{b.say("Chương trình", "Program"), b.config.Program + " " + b.config.Version},
	} {
		if x[1] != "" && x[1] != " " {
			g.line(x[0], nil, x[1])
		}
	}
}

// jump makes a cell a link to a sheet.
func (g *guideWriter) jump(col, row int, sheet, text string) {
	g.set(col, row, text, g.book.styles.link)
	g.do(g.book.file.SetCellFormula(g.name, cellName(col, row), hyperlink(place(sheet, "A1"), text)))
}

// contents links to every sheet.
func (g *guideWriter) contents(p plan) {
	b := g.book
	g.heading(b.say("Các trang", "Sheets"))
	entry := func(sheet string, n any, text string) {
		if sheet == "" {
			return
		}
		g.line(nil, n, text)
		g.jump(1, g.row-1, sheet, sheet)
	}
	entry(p.overview, nil, b.say("Con số chính và biểu đồ.", "Main numbers and charts."))
	entry(p.problems, b.counts[string(report.Failed)]+b.counts[string(report.Partial)], b.say("Tệp không đọc được hoặc đọc một phần, và cách xử lý.", "Files not read or read in part, and what to do."))
	for i, x := range p.tables {
		if i > 0 && x.table.Name == "findings" && p.crosstab != "" {
			entry(p.crosstab, nil, b.say("Đếm theo hai chiều, có tổng và tỷ lệ.", "Counts by two dimensions, with margins and shares."))
			entry(p.pivot, nil, b.say("Cùng số liệu, để tự xoay.", "The same for turning yourself."))
		}
		entry(x.sheet, b.rows[x.table.Name], b.about(x.table))
		for _, l := range b.layout {
			if l.table == x.table.Name && l.sheet != x.sheet {
				entry(l.sheet, nil, b.say("tiếp theo: một trang Excel chỉ chứa 1.048.576 dòng; tệp Parquet không bị tách", "continued: a sheet of Excel holds 1,048,576 rows; the Parquet file is whole"))
			}
		}
	}
	entry(p.codebook, nil, b.say("Ý nghĩa từng cột của từng bảng.", "What every column of every table means."))
	entry(p.codes, nil, b.say("Mã và nhãn.", "Codes and labels."))
}

func (g *guideWriter) howTo() {
	b := g.book
	g.heading(b.say("Cách dùng", "How to use it"))
	g.line(b.say("Lọc, sắp xếp", "Filter and sort"), nil, b.say("Bấm mũi tên ở tiêu đề cột. Mỗi trang là một bảng Excel: công thức có thể gọi theo tên, ví dụ =COUNTIFS(unit_results[Nữ];0).", "Click the arrow in a header. Each sheet is an Excel table that formulas can name: =COUNTIFS(unit_results[Women],0)."))
	g.line(b.say("Kiểm chứng một con số", "Prove a figure"), nil, b.say("Bấm vào con số ở trang tổng hợp để tới dòng gốc; ở đó có câu dẫn chứng, số trang và liên kết mở tệp nguồn.", "Click a figure on a summary sheet: it leads to its row, with the sentence, the page and a link to the source file."))
	g.line(b.say("Cột đang gập", "Folded columns"), nil, b.say("Bấm dấu + trên đầu trang để mở các cột mã văn bản, mã dòng, vị trí.", "Click + above the sheet to unfold ids and positions."))
	g.line(b.say("Xét duyệt", "Review"), nil, b.say(
		"Cuối mỗi trang dữ liệu có bốn cột nền vàng: chọn đúng, sai hoặc không rõ; nếu sai, chọn cột cần sửa (bỏ trống là cột chính), ghi giá trị mà văn bản nêu và ghi chú; sai mà không ghi cột và giá trị nghĩa là dòng không nên có. Lưu lại rồi chạy: tongket review apply TỆP.xlsx. Lần chạy sau áp dụng các sửa đổi này; muốn bỏ một sửa đổi, chọn không rõ. Chỉ gõ vào cột vàng: sổ có ô khác bị gõ đè sẽ bị từ chối, kèm địa chỉ ô.",
		"At the end of each data sheet stand four yellow columns: choose right, wrong or unclear; where wrong, choose the column (blank is the main one) and give the value that the text states and a note; wrong without column and value means that the row should not be there. Save, then run: tongket review apply FILE.xlsx. The next run applies the corrections; unclear takes one back. Type into the yellow columns only: a book with other cells typed over is refused, with their addresses."))
	g.line(b.say("In", "Print"), nil, b.say("Khổ A4 ngang, tiêu đề lặp lại mỗi trang; bảng rộng in trên nhiều trang.", "A4 landscape, headers on every page; wide tables go over several pages."))
}

// signs explains every look that carries a meaning.
func (g *guideWriter) signs() {
	b, st := g.book, g.book.styles
	g.heading(b.say("Ký hiệu", "Signs"))
	for _, x := range []struct {
		sample any
		style  int
		text   string
	}{
		{nil, 0, b.say("Ô trống: văn bản không nêu. Số 0 chỉ có khi văn bản nêu là không có.", "Blank: not stated. 0 stands only where the text says none.")},
		{12, st.linkInteger, b.say("Chữ xanh gạch chân: bấm để tới dòng gốc hoặc mở tệp.", "Blue and underlined: click to go to the row or open the file.")},
		{12.3, st.missedShare, b.say("Nền cam và dấu ▼: chưa đạt ngưỡng của nhiệm kỳ (trang Đối chiếu ngưỡng ghi yêu cầu và nguồn).", "Amber and ▼: misses a threshold of the round (Threshold checks has requirement and source).")},
		{b.labelOrWord("confidence", "low", "thấp", "low"), st.warn, b.say("Nền cam và chữ thấp, không khớp, cần xem ngay, chưa rõ: nên xem lại câu dẫn chứng.", "Amber and the words low, does not agree, error, unclear: look at the sentence.")},
		{nil, st.input, b.say("Nền vàng: ô để người xét duyệt điền.", "Yellow: for the reviewer.")},
	} {
		g.line(nil, nil, x.text)
		if x.style > 0 {
			g.set(1, g.row-1, x.sample, x.style)
		}
	}
}

// labelOrWord is the label of a code of measures, or a word where the table is
// not there.
func (b *book) labelOrWord(column, code, vi, en string) string {
	if t := b.table("measures"); t != nil {
		if l := b.labelOf(t, column, code); l != "" {
			return l
		}
	}
	return b.say(vi, en)
}

func (g *guideWriter) meaning() {
	b := g.book
	if b.table("series") == nil {
		return
	}
	g.heading(b.say("Đọc tỷ lệ và khoảng tin cậy thế nào", "How to read shares and intervals"))
	g.wide(b.say(
		"Mọi tỷ lệ đều kèm mẫu số. Nếu kho văn bản có đủ mọi đơn vị (xem trang Độ phủ) thì tỷ lệ là số đếm toàn bộ, không có sai số chọn mẫu; điều cần nghi ngờ là máy đọc sai (xem cột Độ tin cậy và kết quả xét duyệt). Khoảng tin cậy 95% (Wilson; chênh lệch: Newcombe) khi đó chỉ cho biết tỷ lệ trên ít người tự nó dao động đến đâu. Nếu còn thiếu đơn vị, hãy nêu độ phủ trước.",
		"Every share has its base beside it. Where every unit is in the archive (see Coverage) a share is a count of all and has no sampling error; the doubt is misreading (see Confidence and the review). The 95 % interval (Wilson; differences: Newcombe) then only tells how far a share of so few swings by itself. Where units are missing, give the coverage first."))
	g.wide(b.say(
		"Tỷ lệ bị giữ lại (ô trống, cột Không công bố ghi lý do) khi mẫu số dưới 30, khi khoảng tin cậy rộng từ 30 điểm %, hoặc khi khoảng rộng hơn 5 điểm % và hơn 1,3 lần tỷ lệ. Số lượng và mẫu số vẫn được ghi.",
		"A share is withheld (blank, with the reason beside it) for a base under 30, an interval of 30 points or more, or one wider than 5 points and than 1.3 times the share. Count and base stay."))
}

// elsewhere gives one line for each of the programs that people compute with.
func (g *guideWriter) elsewhere() {
	b := g.book
	g.heading(b.say("Tính toán bằng chương trình khác", "Computing elsewhere"))
	for _, x := range [][2]string{
		{"DuckDB", "SELECT unit, women_share FROM 'parquet/unit_results.parquet' WHERE body = 'committee' AND women_share < 15;"},
		{"pandas", `pd.read_parquet("parquet/measures.parquet", dtype_backend="pyarrow")`},
		{"R", `arrow::read_parquet("parquet/measures.parquet")`},
		{"Power Query", `= Parquet.Document(File.Contents("…\parquet\measures.parquet"))`},
		{"pandas, Excel", `pd.read_excel("congress.xlsx", sheet_name="` + cmp.Or(b.sheets["measures"], "measures") + `", header=2)`},
	} {
		g.line(x[0], nil, "")
		g.set(3, g.row-1, x[1], b.styles.code)
		if utf8.RuneCountInString(x[1]) > 84 {
			g.do(b.file.SetRowHeight(g.name, g.row-1, 31))
		}
	}
}

// limits says what the workbook could not hold, when it could not.
func (g *guideWriter) limits() {
	b := g.book
	var said []string
	for _, x := range []struct {
		n    int
		text string
	}{
		{b.losses.Cut, b.say("%d ô có chữ dài hơn 32.767 ký tự, đã cắt bớt và thêm dấu …; Parquet giữ đủ.", "%d texts longer than 32,767 characters were cut and end in …; Parquet has them whole.")},
		{b.losses.Stripped, b.say("%d ô có ký tự điều khiển mà Excel không chứa được; các ký tự đó được bỏ.", "%d texts had control characters that Excel cannot hold; they were left out.")},
		{b.losses.Links, b.say("%d chỗ không tạo được liên kết vì đường dẫn quá dài hoặc không an toàn.", "%d links were left out: too long, or not safe.")},
		{b.losses.Dates, b.say("%d ngày trước năm 1900 được ghi dạng chữ.", "%d dates before 1900 are texts.")},
	} {
		if x.n > 0 {
			said = append(said, fmt.Sprintf(x.text, x.n))
		}
	}
	if slices.ContainsFunc(b.layout, func(l sheetLayout) bool { return b.sheets[l.table] != l.sheet }) {
		said = append(said, b.say("Bảng dài hơn 1.048.576 dòng được tách ra nhiều trang.", "Tables of more than 1,048,576 rows go over several sheets."))
	}
	if len(said) == 0 {
		return
	}
	g.heading(b.say("Giới hạn của Excel trong sổ này", "What Excel could not hold"))
	for _, s := range said {
		g.wide(s)
	}
}
