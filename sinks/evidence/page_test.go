package evidence

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/sinktest"
)

func table(name string, columns ...string) *report.Table {
	var cs []report.Column
	for _, c := range append([]string{"doc_id", "row_id"}, columns...) {
		cs = append(cs, report.Column{Name: c, Type: report.TypeString, Label: report.Label{VI: c, EN: c}})
	}
	for _, c := range []string{"evidence_start", "evidence_end"} {
		cs = append(cs, report.Column{Name: c, Type: report.TypeInteger})
	}
	for _, c := range []string{"evidence", "rule", "corrected"} {
		cs = append(cs, report.Column{Name: c, Type: report.TypeString})
	}
	return report.NewTable(name, report.Label{VI: name, EN: name}, "", cs)
}

var (
	measures = table("measures", "value")
	tasks    = table("tasks", "text")
	own      = table("venues<x>", "hall")
)

// document makes a document of paragraphs; those parted by a tab are the cells
// of one table row.
func document(paragraphs ...string) *report.Document {
	d := &report.Document{Path: `kho/<b>"báo cáo"&.docx`, Sum: strings.Repeat("0f", 32), Media: "text/plain", Text: strings.Join(paragraphs, "\n")}
	at := 0
	for n, p := range paragraphs {
		cells := strings.Split(p, "\t")
		for col, c := range cells {
			b := report.Block{Span: report.Span{Start: at, End: at + len(c)}, Section: -1}
			if len(cells) > 1 {
				b.Kind, b.Cell = report.TableCell, report.Cell{Table: 1, Row: n, Col: col, RowSpan: 1, ColSpan: 1}
			}
			d.Blocks = append(d.Blocks, b)
			at += len(c) + 1
		}
	}
	return d
}

// at makes a row whose evidence are some words of the document, the n-th time
// that they stand there.
func at(d *report.Document, t *report.Table, words string, n int, id string) report.Row {
	i := -1
	for range n + 1 {
		i += 1 + strings.Index(d.Text[i+1:], words)
	}
	start := len([]rune(d.Text[:i]))
	return sinktest.RowOf(t, d.ID(), id, words, start, start+len([]rune(words)), d.Text, "rule<1>", nil)
}

func written(t *testing.T, p Page) (string, *html.Node) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), doc
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text below a node; the signs in front of values are not the
// document's.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Data == "i" && attr(n, "class") == "s" {
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func elements(n *html.Node, name string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			out = append(out, d)
		}
	}
	return out
}

// Every value stands marked where it stands in the text, whole, whatever
// overlaps it; nothing of the text is lost; each mark leads to a line of the
// list and each line to its mark.
func TestEveryValueIsMarked(t *testing.T) {
	d := document(
		"Đại hội bầu 15 đồng chí <script>alert(1)</script> & 15 khác, đề nghị bổ sung 2 đồng chí.",
		"Đơn vị\tSố lượng",
		"Xã Đồng Cao & Thấp\t15",
		"",
	)
	rows := []report.Row{
		at(d, tasks, "đề nghị bổ sung 2 đồng chí", 0, "t1"),
		at(d, measures, "15", 0, "m1"), at(d, measures, "15", 1, "m2"), at(d, measures, "15", 2, "m3"),
		at(d, measures, "2", 0, "m4"), at(d, own, "bổ sung 2", 0, "o1"), at(d, own, "<script>alert(1)</script>", 0, "o2"),
		sinktest.RowOf(measures, d.ID(), "meta", "7", nil, nil, `metadata:title="<b>"`, "rule", "value: <i>6</i>"),
	}
	page, doc := written(t, Page{Doc: d, Rows: rows, Program: "tongket"})
	main := elements(doc, "main")[0]
	if got, want := strings.Join(strings.Fields(textOf(main)), ""), strings.Join(strings.Fields(d.Text), ""); got != want {
		t.Errorf("the text is\n%s\nwant\n%s", got, want)
	}
	ids := map[string]*html.Node{}
	for n := range doc.Descendants() {
		if id := attr(n, "id"); id != "" {
			if ids[id] != nil {
				t.Errorf("id %s stands twice", id)
			}
			ids[id] = n
		}
	}
	items := elements(elements(doc, "aside")[0], "a")
	if len(items) != len(rows) {
		t.Fatalf("%d lines for %d rows", len(items), len(rows))
	}
	marked := make([]string, len(rows))
	for _, a := range elements(main, "a") {
		for n := range strings.FieldsSeq(attr(a, "data-r")) {
			i, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			marked[i] += textOf(a)
		}
		if ids[strings.TrimPrefix(attr(a, "href"), "#")] == nil {
			t.Errorf("the mark %q leads nowhere", textOf(a))
		}
	}
	for i, a := range items {
		id := strings.TrimPrefix(attr(a, "id"), "r-")
		j := slices.IndexFunc(rows, func(r report.Row) bool { return r.Get("row_id").Text() == id })
		want := rows[j].Cells[2].Text()
		if id == "meta" {
			want = ""
		}
		if marked[i] != want {
			t.Errorf("%s is marked as %q, want %q", id, marked[i], want)
		}
		if ids[strings.TrimPrefix(attr(a, "href"), "#")] == nil {
			t.Errorf("the line of %s leads nowhere", id)
		}
	}
	if n := len(elements(doc, "script")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if n := len(elements(main, "td")); n != 4 {
		t.Errorf("%d cells, want 4", n)
	}
	if strings.Contains(page, "http:") || strings.Contains(page, "https:") || strings.Contains(page, "url(") {
		t.Error("the page asks for something from elsewhere")
	}
}

// The same rows give the same bytes, in each language.
func TestRepeatable(t *testing.T) {
	d := document("Bầu 15 đồng chí.")
	for _, lang := range []string{"vi", "en"} {
		p := Page{Doc: d, Rows: []report.Row{at(d, measures, "15", 0, "m")}, Lang: lang}
		a, doc := written(t, p)
		if b, _ := written(t, p); a != b {
			t.Errorf("%s: two pages differ", lang)
		}
		if got := attr(elements(doc, "html")[0], "lang"); got != lang {
			t.Errorf("language %q", got)
		}
	}
}

// Rows whose places are not in the text are listed and not marked; a page
// without rows or text is a page.
func TestStrangeRows(t *testing.T) {
	d := document("Bầu 15 đồng chí.")
	far := sinktest.RowOf(measures, d.ID(), "far", "9", 900, 902, "x", "rule", nil)
	if _, doc := written(t, Page{Doc: d, Rows: []report.Row{far}}); len(elements(elements(doc, "main")[0], "a")) != 0 {
		t.Error("a place beyond the text is marked")
	}
	written(t, Page{Doc: &report.Document{}})
}

// Rows are gathered document by document, over tables of unequal reach.
func TestGather(t *testing.T) {
	docs := report.NewTable("documents", report.Label{}, "", []report.Column{{Name: "doc_id", Type: report.TypeString}})
	ds := &sinktest.Dataset{}
	ds.Add(tasks)
	for _, id := range []string{"a", "", "b", "c", "b"} {
		ds.Add(docs, sinktest.RowOf(docs, id))
	}
	row := func(t *report.Table, doc, id string) report.Row {
		return sinktest.RowOf(t, doc, id, "x", 0, 1, "x", "r", nil)
	}
	ds.Add(measures, row(measures, "a", "1"), row(measures, "a", "2"), row(measures, "c", "3"))
	ds.Add(tasks, row(tasks, "c", "4"))
	g := Gather(ds)
	defer g.Close()
	for id, want := range map[string]int{"a": 3} {
		if rows, err := g.Rows(id); err != nil || len(rows) != want {
			t.Errorf("%s: %d rows, %v", id, len(rows), err)
		}
	}
	for _, x := range []struct {
		id   string
		want int
	}{{"b", 1}, {"c", 3}} {
		if rows, err := g.Rows(x.id); err != nil || len(rows) != x.want {
			t.Errorf("%s: %d rows, %v; want %d", x.id, len(rows), err, x.want)
		}
	}
}
