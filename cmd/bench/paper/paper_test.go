package paper_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tongket/tongket/cmd/bench/paper"
	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/text"
)

// demo has what the reports of the generator have.
func demo() *paper.Paper {
	return &paper.Paper{
		Title: "Báo cáo kết quả đại hội",
		Saved: time.Date(2020, 6, 12, 8, 30, 0, 0, time.UTC),
		Blocks: []paper.Block{
			{Kind: paper.Columns, Left: []string{"HUYỆN ỦY SÔNG MÂY", "ĐẢNG ỦY XÃ ĐỒNG ƯỚC", "*", "Số 12-BC/ĐU"}, Right: []string{"ĐẢNG CỘNG SẢN VIỆT NAM", "Đồng Ước, ngày 12 tháng 6 năm 2020"}},
			{Text: "BÁO CÁO", Bold: true, Centre: true},
			{Text: "kết quả Đại hội Đảng bộ xã Đồng Ước, nhiệm kỳ 2020 - 2025", Centre: true},
			{Kind: paper.Heading, Level: 1, Text: "I- KẾT QUẢ ĐẠI HỘI"},
			{Text: "Ủy ban Kiểm tra Đảng ủy gồm 03 đồng chí; đồng chí Đỗ Ánh Nguyệt làm Chủ nhiệm. Ấn phẩm được in đẹp, ưu tiên giấy trắng & mực tốt."},
			{Kind: paper.Table, Header: 2, Rows: [][]paper.Cell{
				{{Text: "TT", Down: 2}, {Text: "Đơn vị", Down: 2}, {Text: "Ban Chấp hành", Across: 2}},
				{{Text: "Bầu được"}, {Text: "Nữ"}},
				{{Text: "1"}, {Text: "Xã Đồng Ước"}, {Text: "15"}, {Text: "4"}},
				{{Text: "2"}, {Text: "Xã Ổ Vĩnh"}, {Text: "13"}, {Text: ""}},
			}},
			{Text: "Đại hội thành công tốt đẹp."},
			{Kind: paper.Columns, Left: []string{"Nơi nhận:", "- Lưu Văn phòng"}, Right: []string{"T/M BAN CHẤP HÀNH", "BÍ THƯ", "Trần Ước"}},
		},
	}
}

// unknown is what the readers cannot know.
var unknown = map[string]string{
	// PDFium takes a soft hyphen at the end of a line for the sign of a divided
	// word; in TCVN3 it is the letter ư.
	"pdf tcvn3": "BÍ THƯ",
	// Without the capitals' font a TCVN3 text has small letters for most capitals
	// with marks.
	"txt tcvn3": demo().Blocks[4].Text + "Xã Ổ Vĩnh",
}

// What is written in a format and script is what the readers read.
func TestWritten(t *testing.T) {
	readers := format.Builtin(format.Limits{})
	folder := os.Getenv("TONGKET_PAPERS") // to look at them with other programs
	for _, kind := range paper.Formats() {
		for _, name := range paper.Scripts(kind) {
			t.Run(kind+" "+name, func(t *testing.T) {
				s, err := paper.Named(name)
				if err != nil {
					t.Fatal(err)
				}
				data, err := paper.Write(kind, demo(), s)
				if err != nil {
					t.Fatal(err)
				}
				if again, _ := paper.Write(kind, demo(), s); !bytes.Equal(data, again) {
					t.Error("not the same bytes twice")
				}
				if folder != "" {
					if err := os.WriteFile(filepath.Join(folder, name+"."+kind), data, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if name == "viqr" { // short lines alone do not show that they are in VIQR
					if got := charset.VIQR.Decode(data); !strings.Contains(got, "Ủy ban Kiểm tra Đảng ủy gồm 03 đồng chí") {
						t.Error(got)
					}
					return
				}
				raw, err := readers.Read(context.Background(), "demo."+kind, data)
				if err != nil {
					t.Fatal(err)
				}
				doc, err := text.Normalise(context.Background(), "demo", strings.Repeat("0", 64), raw)
				if err != nil {
					t.Fatal(err)
				}
				got := doc.Text
				for _, want := range words(demo()) {
					if !strings.Contains(got, want) && !strings.Contains(unknown[kind+" "+name], want) {
						t.Errorf("%q is not there", want)
					}
				}
				if t.Failed() {
					t.Log(got)
				}
			})
		}
	}
}

func words(p *paper.Paper) []string {
	var out []string
	for _, b := range p.Blocks {
		out = append(append(append(out, b.Left...), b.Right...), b.Text)
		for _, row := range b.Rows {
			for _, c := range row {
				out = append(out, c.Text)
			}
		}
	}
	return out
}
