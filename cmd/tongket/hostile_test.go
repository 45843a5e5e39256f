//go:build unix

package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// hostile is one input that means harm, or does it without meaning to.
type hostile struct {
	name string
	// reasons that may be given for it, by its source_path: the name, and what
	// stands inside it. "ok" for what is read.
	want map[string][]string
	why  string
}

// hostiles are the inputs of makeHostile with what must become of each.
var hostiles = []hostile{
	{"slip.zip", map[string][]string{"!../../slipped.txt": {"unsafe_name"}, "!good.txt": {"ok"}, "!tmp/absolute.txt": {"ok"}}, "members that climb out of their folder"},
	{"flat.zip", map[string][]string{"": {"expansion"}}, "1 GB of spaces in 1 MB"},
	{"nested.zip", map[string][]string{"*": {"too_deep", "expansion"}}, "archives in archives, ten in each"},
	{"laughs.docx", map[string][]string{"": {"ok"}}, "entities of entities, a billion laughs"},
	{"external.docx", map[string][]string{"": {"ok"}}, "an entity that is a file of this machine, and one on the network"},
	{"line.txt", map[string][]string{"": {"too_large"}}, "one line of 1 GB"},
	{"pages.pdf", map[string][]string{"": {"too_many"}}, "10,000 pages"},
	{"cells.xlsx", map[string][]string{"": {"too_many", "expansion"}}, "a sheet of millions of cells"},
	{"esc\x1b[31m\u202etxt.txt", map[string][]string{"": {"ok"}}, "control characters and a mark that turns the direction of writing"},
	{"new\nline.txt", map[string][]string{"": {"ok"}}, "a name of two lines"},
	{"formula.txt", map[string][]string{"": {"ok"}}, "text that a spreadsheet would run"},
	{"loop", map[string][]string{"": {"not_regular"}}, "a link to itself"},
	{"up", map[string][]string{"": {"not_regular"}}, "a link to the folder above"},
	{"pipe.docx", map[string][]string{"": {"not_regular"}}, "a pipe that nobody writes to"},
	{"grows.txt", map[string][]string{"": {"ok", "changed", "too_large"}}, "a file that grows while it is read"},
	{"flips.txt", map[string][]string{"": {"ok", "permission", "changed", "not_found"}}, "a file that is forbidden and allowed in turn"},
}

const spell = "=cmd|' /C calc'!A0"

// makeHostile writes all hostile inputs into dir. server is an address that must
// never be asked for anything.
func makeHostile(t *testing.T, dir, server string) {
	t.Helper()
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	good := []byte("Đại hội Đảng bộ xã Cao, nhiệm kỳ 2020 - 2025 bầu 15 đồng chí vào Ban Chấp hành.")
	put("slip.zip", zipped(t, map[string][]byte{"../../slipped.txt": good, "good.txt": good, "/tmp/absolute.txt": append(good, '.')}))
	spaces := deflated(t, bytes.Repeat([]byte(" "), 100<<20))
	put("flat.zip", copies(t, spaces, 10, ".txt"))
	nest := zipped(t, map[string][]byte{"a.txt": good})
	for range 6 {
		nest = copies(t, deflated(t, nest), 10, ".zip")
	}
	put("nested.zip", nest)
	put("laughs.docx", docx(t, laughs()))
	put("external.docx", docx(t, fmt.Sprintf(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY n SYSTEM "http://%s/dtd">]>`, server)))
	put("line.txt", nil)
	if err := os.Truncate(filepath.Join(dir, "line.txt"), 1<<30); err != nil {
		t.Fatal(err)
	}
	put("pages.pdf", pages(10_000))
	cells := 600_000
	if slow {
		cells = 5_000_000
	}
	put("cells.xlsx", sheet(t, cells))
	put("esc\x1b[31m\u202etxt.txt", append(good, '1'))
	put("new\nline.txt", append(good, '2'))
	put("formula.txt", []byte(spell+"\n"+spell+" Đại hội Đảng bộ xã Công Thức, nhiệm kỳ 2020 - 2025 bầu 15 đồng chí vào Ban Chấp hành.\n"))
	put("grows.txt", good)
	put("flips.txt", append(good, '3'))
	for _, err := range []error{
		os.Symlink("loop", filepath.Join(dir, "loop")), os.Symlink("..", filepath.Join(dir, "up")),
		syscall.Mkfifo(filepath.Join(dir, "pipe.docx"), 0o666),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func zipped(t *testing.T, members map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range members {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// deflated is a zip with one member, for copies.
func deflated(t *testing.T, data []byte) *zip.File {
	t.Helper()
	b := zipped(t, map[string][]byte{"x": data})
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return r.File[0]
}

// copies is a zip of n members with the same packed bytes.
func copies(t *testing.T, f *zip.File, n int, ext string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range n {
		h := f.FileHeader
		h.Name = fmt.Sprint(i) + ext
		w, err := z.CreateRaw(&h)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func laughs() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE x [<!ENTITY f "ha">`)
	for i := range 30 {
		from := "f"
		if i > 0 {
			from = fmt.Sprintf("l%d", i-1)
		}
		fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i, strings.Repeat("&"+from+";", 10))
	}
	b.WriteString(strings.ReplaceAll(`<!ENTITY n "&l29;">]>`, "\n", ""))
	return b.String()
}

// docx is a Word document with a document type and the entities f and n in it.
func docx(t *testing.T, doctype string) []byte {
	t.Helper()
	return zipped(t, map[string][]byte{
		"[Content_Types].xml": []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
		"_rels/.rels":         []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		"word/document.xml":   []byte(`<?xml version="1.0"?>` + doctype + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&f; &n;</w:t></w:r></w:p></w:body></w:document>`),
	})
}

// pages is a PDF of n pages with a line of text each.
func pages(n int) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", 5+i)
	}
	object("<< /Type /Pages /Count %d /Kids [%s] >>", n, kids.String())
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	text := "BT /F1 12 Tf 72 720 Td (Bao cao tong ket dai hoi) Tj ET"
	object("<< /Length %d >>\nstream\n%s\nendstream", len(text), text)
	for range n {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// sheet is a workbook with n cells in rows of 100.
func sheet(t *testing.T, n int) []byte {
	t.Helper()
	row := []byte("<row>" + strings.Repeat("<c><v>12</v></c>", 100) + "</row>")
	var rows bytes.Buffer
	rows.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for range n / 100 {
		rows.Write(row)
	}
	rows.WriteString(`</sheetData></worksheet>`)
	return zipped(t, map[string][]byte{
		"[Content_Types].xml":        []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
		"_rels/.rels":                []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml":            []byte(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
		"xl/worksheets/sheet1.xml":   rows.Bytes(),
	})
}

// Hostile inputs beside good ones in one run: each ends in a named reason, the
// good ones' rows are those of a run without them, nothing outside the output
// folder is touched, nobody is asked over the network, and memory stays within
// its limits.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	good := 30
	if slow {
		good = 1000
	}
	small(t, dir, good)
	run := func(out string) {
		t.Helper()
		c := program(dir, "run", "in", "-o", out, "--quiet", "--formats", "xlsx,parquet,jsonl,csv", "--workers", "2")
		// The compiled PDF reader is cached for all runs, and is not this run's.
		c.Env = append(c.Env, "XDG_CACHE_HOME="+t.TempDir(), "TMPDIR="+filepath.Join(dir, "tmp"), "HOME="+filepath.Join(dir, "home"))
		var said bytes.Buffer
		c.Stderr = &said
		err := c.Run()
		if got := exitOf(err); got != 0 && got != exitSomeFailed {
			t.Fatalf("status %d\n%s", got, said.String())
		}
		usage := c.ProcessState.SysUsage().(*syscall.Rusage)
		t.Logf("%s: %v of CPU, at most %d MB of memory", out, c.ProcessState.UserTime().Round(time.Millisecond), usage.Maxrss>>10)
		// limits.hand is 512 MB; the heap is held to twice that and a little.
		if usage.Maxrss>>10 > 1536 && !raced {
			t.Errorf("%s: %d MB of memory", out, usage.Maxrss>>10)
		}
	}
	for _, d := range []string{"tmp", "home"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	run("calm")

	var asked atomic.Int64
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	go func() {
		for {
			c, err := server.Accept()
			if err != nil {
				return
			}
			asked.Add(1)
			c.Close()
		}
	}()
	makeHostile(t, filepath.Join(dir, "in"), server.Addr().String())
	before := treeOf(t, dir)
	stop := make(chan struct{})
	defer close(stop)
	go trouble(filepath.Join(dir, "in"), stop)
	run("out")
	if n := asked.Load(); n > 0 {
		t.Errorf("%d requests over the network", n)
	}
	if after := treeOf(t, dir); !slices.Equal(after, before) {
		t.Errorf("something was touched:\n%q\nbefore:\n%q", after, before)
	}
	checkReasons(t, filepath.Join(dir, "out", "jsonl", "documents.jsonl"))
	checkGoodRows(t, filepath.Join(dir, "calm", "jsonl"), filepath.Join(dir, "out", "jsonl"))
	checkSpell(t, filepath.Join(dir, "out"))
}

// trouble changes two files for as long as the run lasts.
func trouble(in string, stop chan struct{}) {
	grows, flips := filepath.Join(in, "grows.txt"), filepath.Join(in, "flips.txt")
	for mode := fs.FileMode(0); ; mode ^= 0o666 {
		select {
		case <-stop:
			_ = os.Chmod(flips, 0o666)
			return
		case <-time.After(time.Millisecond):
		}
		_ = os.Chmod(flips, mode)
		if f, err := os.OpenFile(grows, os.O_WRONLY|os.O_APPEND, 0); err == nil {
			_, _ = f.WriteString("Đại hội đã bầu 11 đồng chí. ")
			_ = f.Close()
		}
	}
}

// treeOf lists every name below dir but the output folders'.
func treeOf(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && (d.Name() == "out" || d.Name() == "calm") {
			return filepath.SkipDir
		}
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// lines are the lines of a file.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		out = append(out, s.Text())
	}
	return out
}

// checkReasons looks whether each hostile input ended as it should.
func checkReasons(t *testing.T, documents string) {
	t.Helper()
	got := map[string]string{}
	for _, line := range lines(t, documents) {
		var d struct {
			Path   string `json:"source_path"`
			Status string `json:"status"`
			Reason string `json:"reason"`
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(d.Path, "\x1b\n\u202e") {
			t.Errorf("%q would change how a list is read", d.Path)
		}
		reason := d.Reason
		if reason == "" {
			reason = "ok"
		}
		got[d.Path] = reason
	}
	for _, h := range hostiles {
		path := "in/" + strings.NewReplacer("\x1b", `\u001b`, "\u202e", `\u202e`, "\n", `\u000a`).Replace(h.name)
		for inner, want := range h.want {
			if inner == "*" {
				if n := matching(got, path, want); n == 0 {
					t.Errorf("%s (%s): none of %q among what was found", h.name, h.why, want)
				}
				continue
			}
			if r := got[path+inner]; !slices.Contains(want, r) {
				t.Errorf("%s%s (%s): %q, want one of %q", h.name, inner, h.why, r, want)
			}
		}
	}
}

func matching(got map[string]string, prefix string, want []string) (n int) {
	for path, reason := range got {
		if strings.HasPrefix(path, prefix) && slices.Contains(want, reason) {
			n++
		}
	}
	return n
}

// checkGoodRows looks whether every row of a good document stands among all.
func checkGoodRows(t *testing.T, calm, all string) {
	t.Helper()
	tables, err := filepath.Glob(filepath.Join(calm, "*.jsonl"))
	if err != nil || len(tables) == 0 {
		t.Fatal(tables, err)
	}
	rows := 0
	for _, table := range tables {
		there := map[string]bool{}
		for _, line := range lines(t, filepath.Join(all, filepath.Base(table))) {
			there[line] = true
		}
		for _, line := range lines(t, table) {
			if !strings.Contains(line, `"doc_id"`) || !strings.Contains(line, `"evidence"`) && filepath.Base(table) != "documents.jsonl" {
				continue // of statistics, which count all documents
			}
			if rows++; !there[line] {
				t.Errorf("%s: %s is not there", filepath.Base(table), line)
			}
		}
	}
	t.Logf("%d rows of good documents", rows)
	if rows < 30 {
		t.Error("too few rows to say anything")
	}
}

// checkSpell looks whether a spreadsheet would run what a document says.
func checkSpell(t *testing.T, out string) {
	t.Helper()
	found := false
	csvs, err := filepath.Glob(filepath.Join(out, "csv", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range csvs {
		for _, line := range lines(t, name) {
			found = found || strings.Contains(line, spell)
			for _, before := range []string{"", ",", `"`} {
				if strings.HasPrefix(line, before+spell) || before != "" && strings.Contains(line, before+spell) {
					t.Errorf("%s: a cell begins with the spell: %s", filepath.Base(name), line)
				}
			}
		}
	}
	if !found {
		t.Error("the spell is in no row: the test proves nothing")
	}
	z, err := zip.OpenReader(filepath.Join(out, "congress.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		for part := range strings.SplitSeq(string(data), "<f>") {
			if formula, _, ok := strings.Cut(part, "</f>"); ok && strings.Contains(formula, "cmd|") {
				t.Errorf("%s: a formula with the spell", f.Name)
			}
		}
	}
}
