package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
)

// sayStopped tells why a run ended before its inputs did. Interrupts and limits
// are said even to those who want quiet.
func (a *app) sayStopped(e *ending) {
	lang := e.house.settings.Lang
	if _, ok := errors.AsType[*interrupted](e.summary.Stopped); ok {
		a.said = true
		fmt.Fprintln(a.err, say(lang,
			"Đã dừng sau %s; trạng thái đã lưu, chạy lại cùng lệnh để tiếp tục. Kết quả cũ giữ nguyên.",
			"Stopped after %s; the state is saved, run the same command to go on. Earlier outputs are as they were.", counted(lang, e.summary.Inputs, "văn bản", "document")))
	}
	if t, ok := errors.AsType[*pipeline.TooMany](e.summary.Stopped); ok {
		a.said = true
		sayFailures(a.err, e.house, e.failures)
		fmt.Fprintln(a.err, say(lang,
			"Dừng vì quá nhiều văn bản lỗi: %s trên %s, giới hạn %s; kết quả cũ giữ nguyên. Sửa các tệp trên hoặc nâng giới hạn (--max-failed), rồi chạy lại.",
			"Stopped because too many documents failed: %s of %s, the limit is %s; earlier outputs are as they were. Mend the files above or raise the limit (--max-failed), then run again.",
			grouped(lang, t.Failed), grouped(lang, t.Of), t.Limit))
	}
}

// sayUnpublished tells that a run was stopped while it wrote its outputs.
func (a *app) sayUnpublished(lang string) {
	a.said = true
	fmt.Fprintln(a.err, say(lang,
		"Đã dừng khi đang ghi kết quả; mọi văn bản đã đọc xong và được lưu, kết quả cũ giữ nguyên. Chạy lại cùng lệnh để ghi kết quả.",
		"Stopped while the outputs were written; all documents are read and saved, earlier outputs are as they were. Run the same command to write the outputs."))
}

// sayUnchanged ends a run that has nothing to do.
func (a *app) sayUnchanged(h *house, o runOptions) {
	if !o.quiet {
		fmt.Fprintln(a.out, say(h.settings.Lang, "Không có gì thay đổi từ lượt trước.", "Nothing changed since the last run."))
	}
}

// sayShard is the summary of a part.
func (a *app) sayShard(e *ending, o runOptions) {
	if o.quiet {
		return
	}
	fmt.Fprintln(a.out, say(e.house.settings.Lang,
		"Phần %s: đã xong %s trong %s. Gộp các phần bằng: tongket merge PHẦN… -o out",
		"Part %s: %s done in %s. Join the parts with: tongket merge PART… -o out",
		o.shard, counted(e.house.settings.Lang, e.summary.Inputs, "tệp", "input"), e.house.settings.Out))
}

// sayEnding is the summary that a person reads.
func (a *app) sayEnding(e *ending) {
	w, lang := a.out, e.house.settings.Lang
	c := e.counts
	if c.Inputs == 0 {
		fmt.Fprintln(w, say(lang, "Không có tệp nào để đọc.", "There was nothing to read."))
	} else {
		a.sayCounts(w, lang, e)
	}
	a.sayChanges(w, lang, e)
	if e.rows != nil && c.Inputs > 0 {
		sayRows(w, lang, e)
	}
	sayReviewed(w, lang, e.reviewed)
	sayFailures(w, e.house, e.failures)
	sayOutputs(w, lang, e)
}

func (a *app) sayCounts(w io.Writer, lang string, e *ending) {
	s := e.counts.ByStatus
	took := time.Since(e.start).Round(10 * time.Millisecond)
	fmt.Fprintln(w, say(lang, "%s trong %s: %s.", "%s in %s: %s.",
		counted(lang, e.counts.Inputs, "tệp đầu vào", "input"), took, strings.Join(nonZero(lang,
			count{s[report.OK], "đọc được", "read"},
			count{s[report.Partial], "đọc một phần", "read in part"},
			count{s[report.Failed], "không đọc được", "not read"},
			count{s[report.Duplicate], "trùng nội dung", "the same as another"},
			count{s[report.Skipped], "không phải văn bản", "no document"},
		), ", ")))
	if e.editions > 0 {
		fmt.Fprintln(w, say(lang,
			"%s là bản khác của báo cáo đã có (định dạng khác): thống kê tính một bản, xem cột Cùng văn bản với.",
			"%s in another format of a report that is there: statistics count one of them, see the column Same report as.",
			counted(lang, e.editions, "tệp", "input")))
	}
}

// count is a number with what it counts.
type count struct {
	n      int
	vi, en string
}

func (c count) in(lang string) string {
	if lang == "en" {
		return c.en
	}
	return c.vi
}

func nonZero(lang string, counts ...count) []string {
	var out []string
	for _, c := range counts {
		if c.n > 0 {
			out = append(out, grouped(lang, c.n)+" "+c.in(lang))
		}
	}
	return out
}

// sayChanges tells what is new since the last run, where there was one.
func (a *app) sayChanges(w io.Writer, lang string, e *ending) {
	s := e.summary
	if s.Inputs == 0 || s.New == e.counts.Inputs && len(s.Vanished) == 0 {
		return // a merge, or the first run
	}
	if e.first && s.Known == 0 {
		return // nothing was read before; what cannot be looked at is neither new nor known
	}
	if e.first { // a run before was stopped before it wrote anything
		fmt.Fprintln(w, say(lang, "Tiếp tục lượt chạy bị dừng: %s đã đọc từ trước; kết quả được ghi lần đầu.",
			"A stopped run goes on: %s read before; the outputs are written for the first time.", counted(lang, s.Known, "tệp", "input")))
		return
	}
	all := nonZero(lang, count{s.New, "mới", "new"}, count{s.Changed, "đổi nội dung", "changed"}, count{len(s.Vanished), "không còn", "vanished"})
	if len(all) == 0 {
		if e.untouched {
			fmt.Fprintln(w, say(lang, "Không có gì thay đổi từ lượt trước.", "Nothing changed since the last run."))
		} else { // other settings, or the last run was stopped before it wrote them
			fmt.Fprintln(w, say(lang, "Các văn bản không đổi từ lượt trước; kết quả được ghi mới.", "No document changed since the last run; the outputs are written anew."))
			sayExtracted(w, lang, e)
		}
		return
	}
	fmt.Fprintln(w, say(lang, "So với lượt trước: %s.", "Since the last run: %s.", strings.Join(all, ", ")))
	for _, name := range s.Vanished[:min(len(s.Vanished), 10)] {
		fmt.Fprintln(w, say(lang, "  không còn: %s", "  vanished: %s", name))
	}
	if n := len(s.Vanished) - 10; n > 0 {
		fmt.Fprintln(w, say(lang, "  … và %d tệp khác", "  … and %d more", n))
	}
	if s.Work[pipeline.Extracted] > 0 || s.Again > 0 {
		sayExtracted(w, lang, e)
	}
}

// sayExtracted tells over how many texts that were read before rules went again: as after
// a change of the profile, or, where another program reads otherwise, with the reading.
func sayExtracted(w io.Writer, lang string, e *ending) {
	n, again := e.summary.Work[pipeline.Extracted], e.summary.Again
	if again > 0 {
		fmt.Fprintln(w, say(lang, "Đọc và trích lại %s.", "%s read and extracted again.", counted(lang, again, "tệp", "input")))
	}
	if n == 0 {
		if again == 0 {
			fmt.Fprintln(w, say(lang, "Không văn bản nào phải trích lại.", "No text was extracted again."))
		}
		return
	}
	fmt.Fprintln(w, say(lang, "Trích lại %s theo bộ quy tắc mới.", "%s extracted again under the changed profile.", counted(lang, n, "văn bản", "text")))
}

// sayRows lists the tables that have rows.
func sayRows(w io.Writer, lang string, e *ending) {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	for _, table := range e.tables {
		if e.rows[table.Name] == 0 {
			continue
		}
		fmt.Fprintf(t, "  %s\t  %s\n", grouped(lang, e.rows[table.Name]), table.Label.In(lang))
	}
	t.Flush()
}

// sayReviewed tells what became of the corrections of reviewers, and names
// those that the program now agrees with and those that need another look.
func sayReviewed(w io.Writer, lang string, results []review.Result) {
	if len(results) == 0 {
		return
	}
	n := map[review.State]int{}
	for _, r := range results {
		n[r.State]++
	}
	fmt.Fprintln(w, say(lang, "Ý kiến xét duyệt: %s.", "Corrections: %s.", strings.Join(nonZero(lang,
		count{n[review.Applied], "đã áp dụng", "applied"},
		count{n[review.Withdrawn], "loại dòng", "rows left out"},
		count{n[review.Agrees], "máy đọc đã khớp", "agree with what was read"},
		count{n[review.Noted], "không rõ", "unclear"},
		count{n[review.Differs], "nay đọc khác lúc xác nhận", "read otherwise than confirmed"},
		count{n[review.Lost], "không còn dòng ở chỗ đó", "with no row there any more"},
		count{n[review.Absent], "của văn bản không có trong lượt chạy này", "of documents not in this run"},
	), ", ")))
	shown := 0
	for _, r := range results {
		if r.State != review.Differs && r.State != review.Lost && !(r.State == review.Agrees && r.Verdict == review.Wrong) {
			continue
		}
		if shown++; shown > shownCorrections {
			fmt.Fprintln(w, say(lang, "  … xem trang Xét duyệt và sửa đổi", "  … see the sheet Corrections"))
			break
		}
		line := map[review.State]string{
			review.Agrees: say(lang, "nay khớp", "agrees now"), review.Differs: say(lang, "nay khác", "differs now"), review.Lost: say(lang, "mất dẫn chứng", "lost its evidence"),
		}[r.State]
		fmt.Fprintf(w, "  %s: %s  %s  %s\n", line, r.Correction.String(), oneLine(short(r.Evidence)), printable(r.Place))
	}
}

// shownCorrections is how many corrections are named one by one.
const shownCorrections = 10

// shownFailures is how many failures of one reason are named.
const shownFailures = 5

// sayFailures names what was not read whole, by reason, each with its cure.
func sayFailures(w io.Writer, h *house, failures []failedInput) {
	type group struct {
		reason report.Reason
		hint   string
	}
	lang := h.settings.Lang
	by := map[group][]failedInput{}
	var groups []group
	for _, f := range failures {
		g := group{f.reason, f.hint.In(lang)}
		if by[g] == nil {
			groups = append(groups, g)
		}
		by[g] = append(by[g], f)
	}
	slices.SortStableFunc(groups, func(a, b group) int { return len(by[b]) - len(by[a]) })
	for _, g := range groups {
		fmt.Fprintf(w, "%s (%d): %s\n", h.said("reason", string(g.reason)), len(by[g]), g.hint)
		for i, f := range by[g] {
			if i == shownFailures {
				fmt.Fprintln(w, say(lang, "  … và %d tệp khác", "  … and %d more", len(by[g])-i))
				break
			}
			line := "  " + printable(f.path)
			if f.status == report.Partial {
				line += say(lang, " (đọc một phần)", " (read in part)")
			}
			if f.detail != "" {
				line += ": " + printable(report.Translate(lang, f.detail))
			}
			fmt.Fprintln(w, line)
		}
	}
}

// sayOutputs tells where the outputs are, and what became of workbooks that a
// person changed.
func sayOutputs(w io.Writer, lang string, e *ending) {
	out := e.house.settings.Out
	defer saySpared(w, lang, out, e.spared)
	if e.untouched {
		fmt.Fprintln(w, say(lang, "Kết quả trong %s vẫn đúng, giữ nguyên.", "The outputs in %s still hold and are untouched.", out))
		for _, name := range e.standing.Changed {
			fmt.Fprintln(w, say(lang, "  %s đã được sửa bằng tay và được giữ nguyên.", "  %s was changed by hand and is left as it is.", filepath.Join(out, name)))
		}
		return
	}
	fmt.Fprintln(w, say(lang, "Kết quả: %s", "Outputs: %s", out))
	for _, k := range e.published.Kept {
		fmt.Fprintln(w, say(lang,
			"  %s đã được sửa bằng tay nên được giữ nguyên; bản mới là %s. Chuyển bản của bạn sang tên khác rồi chạy lại để bản mới lấy lại tên cũ.",
			"  %s was changed by hand and is left as it is; the new workbook is %s. Move yours to another name and run again to give the new one its name.",
			filepath.Join(out, k.Path), filepath.Join(out, k.Beside)))
	}
}

// shownFiles is how many files of one kind are named.
const shownFiles = 5

// firsts are those of some names that are shown, and how many are not.
func firsts(names []string) (shown []string, more int) {
	n := min(len(names), shownFiles)
	return names[:n], len(names) - n
}

// saySpared tells of exports that stay longer than was asked for.
func saySpared(w io.Writer, lang, out string, spared []string) {
	names, more := firsts(spared)
	for _, name := range names {
		fmt.Fprintln(w, say(lang,
			"  %s có sổ đã được sửa bằng tay nên được giữ lại, không tính vào --keep.",
			"  %s has a workbook that was changed by hand; it is kept, and --keep does not count it.", filepath.Join(out, name)))
	}
	if more > 0 {
		fmt.Fprintln(w, say(lang, "  … và %d bản khác", "  … and %d more", more))
	}
}

// sayLeft warns of files that look like outputs and are those of an earlier run.
func (a *app) sayLeft(s *configs.Effective, left []string) {
	names, more := firsts(left)
	for _, name := range names {
		fmt.Fprintf(a.err, "tongket: %s\n", say(s.Lang,
			"%s của lượt chạy trước đã bị sửa nên được để lại; tệp không thuộc kết quả này: hãy chuyển đi hoặc xóa",
			"%s of an earlier run was changed since, so it is left; it is none of these outputs: move it away or remove it",
			printable(filepath.Join(s.Out, name))))
	}
	if more > 0 {
		fmt.Fprintf(a.err, "tongket: %s\n", say(s.Lang, "… và %d tệp khác", "… and %d more", more))
	}
}

// oneLine is a text on one line of a terminal: its paragraphs and cells are
// parted by a space.
func oneLine(s string) string { return printable(strings.NewReplacer("\n", " ", "\t", " ").Replace(s)) }

// printable keeps a terminal safe from what a file name may hold: control
// characters and marks that turn the direction of writing.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20, r == 0x7f, r >= 0x80 && r < 0xa0, r >= 0x200e && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}
