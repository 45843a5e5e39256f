package md_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/md"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

func read(t testing.TB, text string) *report.Raw {
	t.Helper()
	raw, err := md.New(md.Config{}).Read(t.Context(), []byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return raw
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"headings", "# I. KẾT QUẢ #\n## 1. Nhân sự\nHạn chế\n=======\nNguyên nhân\n---\n#không", "# I. KẾT QUẢ\n## 1. Nhân sự\n# Hạn chế\n## Nguyên nhân\n#không\n"},
		{"a heading and the text right below it", "# Báo cáo\nToàn tỉnh có\n412 đảng bộ.\n## II. Hạn chế\r\nChậm.", "# Báo cáo\nToàn tỉnh có 412 đảng bộ.\n## II. Hạn chế\nChậm.\n"},
		{"a heading without the blank", "##II. Kết quả\nĐạt.\n###1. Nhân sự\nĐủ.\n#\u00a0Báo cáo\nHết.\n#**Phụ lục**\n#1 của tỉnh", "## II. Kết quả\nĐạt.\n### 1. Nhân sự\nĐủ.\n# Báo cáo\nHết.\n# Phụ lục\n#1 của tỉnh\n"},
		{"lines of a paragraph", "Toàn tỉnh có\n412 đảng bộ.\n\nĐạt 100%.", "Toàn tỉnh có 412 đảng bộ.\nĐạt 100%.\n"},
		{"a line of its own", "một  \nhai\\\nba", "một\\nhai\\nba\n"},
		{"lists in lists", "1. Một\n   - con\n     cháu\n2) Hai\n\n* gạch\n+ cộng\nba", "1. Một\n  - con cháu\n2) Hai\n* gạch\n+ cộng ba\n"},
		{"a year that ends a sentence", "nhiệm kỳ 2015 -\n2020. Tiếp theo", "nhiệm kỳ 2015 - 2020. Tiếp theo\n"},
		{"a table", "Kết quả:\n| Đơn vị | Nữ |\n|:---|---:|\n| Yên Lâm | **245** |\n| a\\|b |\n\nHết",
			"Kết quả:\n1[0,0] Đơn vị\n1[0,1] Nữ\n1[1,0] Yên Lâm\n1[1,1] 245\n1[2,0] a\\|b\nHết\n"},
		{"paragraphs of a cell", "| A<br>B | |\n|---|---|", "1[0,0] A\n1[0,0] B\n1[0,1] \n"},
		{"a table in HTML", "<table>\n<tr><td colspan=2>A</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n\n|a|\n|-|", "1[0,0 1x2] A\n1[1,0] 1\n1[1,1] 2\n2[0,0] a\n"},
		{"a quotation", "> Lời\n> nói\n>> nữa", "Lời nói nữa\n"},
		{"code", "```sql\nSELECT *\n# x\n```\nsau", "SELECT *\n# x\nsau\n"},
		{"a rule is no text", "a\n\n* * *\n\nb", "a\nb\n"},
		{"a note", "Có 5 đơn vị[^1].\n\n[^1]: Chưa kể 2.", "Có 5 đơn vị.\nfootnote: 1 Chưa kể 2.\n"},
		{"where links lead to", "xem [ở đây][x]\n\n[x]: http://vn \"T\"\n[1]: Theo số liệu báo cáo", "xem ở đây\n[1]: Theo số liệu báo cáo\n"},
	} {
		got := strings.ReplaceAll(formattest.Text(read(t, c.text).Parts), "a|b", `a\|b`)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"emphasis", "**đậm** *nghiêng* __đậm__ _x_ ~~bỏ~~ ***cả hai***", "đậm nghiêng đậm x bỏ cả hai"},
		{"marks that are none", "2 * 3 = 6, 5* và so_lieu_2020 a_b_c", "2 * 3 = 6, 5* và so_lieu_2020 a_b_c"},
		{"unequal marks", "**a* b", "*a b"},
		{"links", "[báo cáo](http://x/(y) \"t\") ![ảnh](a.png) <http://vn> <a@b.vn> [không] [a](b", "báo cáo ảnh http://vn a@b.vn [không] [a](b"},
		{"code", "`a*b*` ``c`d`` `e", "a*b* c`d `e"},
		{"backslashes", `\*a\* \_ \x \\`, `*a* _ \x \`},
		{"HTML", "a<br/>b <b>c</b> 1 < 2 > 0 &amp; &nbsp;&lt; &khong;", "a\nb c 1 < 2 > 0 & \u00a0< &khong;"},
	} {
		if d := cmp.Diff(c.want, read(t, c.text).Parts[0].Text()); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
	for text, bold := range map[string]bool{"**BÁO CÁO**": true, "**BÁO** CÁO": false, "# **A** __B__": true, "*A*": false} {
		if got := read(t, text).Parts[0].Bold; got != bold {
			t.Errorf("%q: bold %t", text, got)
		}
	}
}

func TestMetadata(t *testing.T) {
	raw := read(t, "---\ntitle: \"Báo cáo: 2020\"\nauthor: Văn phòng\ntags:\n  - a\ndate: 2020-07-20\n---\nchữ")
	want := []report.Meta{{Key: "title", Value: "Báo cáo: 2020"}, {Key: "author", Value: "Văn phòng"}, {Key: "created", Value: "2020-07-20"}}
	if d := cmp.Diff(want, raw.Meta); d != "" || raw.Parts[0].Text() != "chữ" {
		t.Error(d, raw.Parts)
	}
	if raw = read(t, "---\nBáo cáo\n---\nchữ"); len(raw.Meta) != 0 || len(raw.Parts) != 2 {
		t.Errorf("a rule and a heading are no fields: %v", raw)
	}
}

func TestOldEncodings(t *testing.T) {
	raw := read(t, "# C\xabng t\xb8c nh\xa9n s\xf9 \xae\xb6ng b\xe9 x\xb7 H\xdfa M\xfc")
	if len(raw.Notes) != 1 || raw.Parts[0].Text() != "Công tác nhân sự đảng bộ xã Hòa Mỹ" {
		t.Errorf("got %q %v", raw.Parts[0].Text(), raw.Notes)
	}
}

func TestTroubles(t *testing.T) {
	for _, c := range []struct {
		text   string
		limits parts.Limits
		want   report.Reason
	}{
		{"\n\n---\n", parts.Limits{}, report.Empty},
		{"a\n\nb\n\nc", parts.Limits{Parts: 2}, report.TooMany},
		{"một hai", parts.Limits{Part: 3}, report.TooLarge},
	} {
		raw, err := md.New(md.Config{Limits: c.limits}).Read(t.Context(), []byte(c.text))
		if err == nil {
			err = raw.Err
		}
		if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != c.want {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
}

func seeds() fstest.MapFS {
	out := fstest.MapFS{}
	for i, text := range []string{
		"---\ntitle: x\n---\n# A\n\n| a | b |\n|---|---|\n| **1** | [x](y) |\n\n1. a\n   - b[^1]\n\n[^1]: c\n\n<table><tr><td>d</table>\n\n```\ne\n```\n> f `g` ~~h~~ &amp; <br>",
		"*a_ **b ***c [d][e] ![f] \\* `` ` <g>\n===\n[e]: h",
	} {
		out[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestPromises(t *testing.T) { formattest.Run(t, md.New(md.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, md.New(md.Config{}), seeds()) }

// Marks that open and never close made other parsers quadratic: what is read
// here in a moment took them more than a minute.
func TestMarksWithoutPartnersCostNoMore(t *testing.T) {
	const n = 1 << 16
	for _, mark := range []string{"*a_ ", "[a](", "[", "`a``", "**a ", "> - ", "1. ", "<a ", "&a", "![", "a\n", "~~~\n", "|"} {
		formattest.Check(t, md.New(md.Config{}), []byte(strings.Repeat(mark, n/len(mark))))
	}
}

func Example() {
	raw, err := md.New(md.Config{}).Read(context.Background(), []byte("## II. *Hạn chế*\n- còn chậm"))
	if err != nil {
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Level, p.Label, p.Text())
	}
	// Output:
	// heading 2  II. Hạn chế
	// list_item 1 - còn chậm
}
