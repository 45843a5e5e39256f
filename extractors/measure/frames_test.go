package measure_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// documents are what the cases of testdata stand in.
var documents = map[string]scan.Identity{
	"nation": {
		Type: "news", Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 10, Day: 30, Precision: report.DayOfMonth},
	},
	"province": {
		Type: "report", Unit: "Đảng bộ tỉnh Phú Thọ", Level: "province", Province: "Phú Thọ", Ordinal: 19, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 11, Day: 5, Precision: report.DayOfMonth},
	},
	"merged": {
		Type: "news", Unit: "Đảng bộ tỉnh Gia Lai", Level: "province", Province: "Gia Lai", Ordinal: 1, Start: 2025, End: 2030,
		Date: report.Date{Year: 2025, Month: 10, Day: 2, Precision: report.DayOfMonth},
	},
	"district": district,
	"commune": {
		Type: "report", Unit: "Đảng bộ xã Tân Phú", Level: "grassroots", Province: "Phú Thọ", Ordinal: 21, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 5, Day: 14, Precision: report.DayOfMonth},
	},
	"ward": {
		Type: "report", Unit: "Đảng bộ phường Hòa Bình", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 1, Start: 2025, End: 2030,
		Date: report.Date{Year: 2025, Month: 8, Day: 20, Precision: report.DayOfMonth},
	},
	"cell": {
		Type: "report", Unit: "Chi bộ thôn Đồng Trầm", Level: "cell", Province: "Phú Thọ", Start: 2020, End: 2022,
		Date: report.Date{Year: 2020, Month: 2, Day: 14, Precision: report.DayOfMonth},
	},
	"border": {
		Type: "report", Unit: "Đảng bộ Bộ đội Biên phòng tỉnh Phú Thọ", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 12, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 8, Day: 20, Precision: report.DayOfMonth},
	},
	"army": {
		Type: "news", Unit: "Đảng bộ Quân sự tỉnh Phú Thọ", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 15, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 8, Day: 1, Precision: report.DayOfMonth},
	},
	"firm": {
		Type: "news", Unit: "Đảng bộ Công ty Điện lực Phú Thọ", Level: "grassroots", Province: "Phú Thọ", Ordinal: 15, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 5, Day: 20, Precision: report.DayOfMonth},
	},
	"city": {
		Type: "news", Unit: "Đảng bộ thành phố Cần Thơ", Level: "province", Province: "Cần Thơ", Ordinal: 14, Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 9, Day: 25, Precision: report.DayOfMonth},
	},
	"prov15": {
		Type: "report", Unit: "Đảng bộ tỉnh Bến Tre", Level: "province", Province: "Bến Tre", Ordinal: 10, Start: 2015, End: 2020,
		Date: report.Date{Year: 2015, Month: 9, Day: 5, Precision: report.DayOfMonth},
	},
	"prov25": {
		Type: "report", Unit: "Đảng bộ tỉnh Phú Thọ", Level: "province", Province: "Phú Thọ", Ordinal: 1, Start: 2025, End: 2030,
		Date: report.Date{Year: 2025, Month: 9, Day: 5, Precision: report.DayOfMonth},
	},
	"police": {
		Type: "news", Unit: "Đảng bộ Công an tỉnh Phú Thọ", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 14, Start: 2025, End: 2030,
		Date: report.Date{Year: 2025, Month: 8, Day: 6, Precision: report.DayOfMonth},
	},
	"company": {
		Type: "news", Unit: "Đảng bộ Công ty Giấy Bãi Bằng", Level: "grassroots", Province: "Phú Thọ", Ordinal: 9, Start: 2015, End: 2020,
		Date: report.Date{Year: 2015, Month: 5, Day: 22, Precision: report.DayOfMonth},
	},
	"earlier": {
		Type: "news", Unit: "Đảng bộ huyện Yên Lập", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 20, Start: 2010, End: 2015,
		Date: report.Date{Year: 2010, Month: 8, Day: 12, Precision: report.DayOfMonth},
	},
	"directive": {
		Type: "directive", Unit: "Đảng Cộng sản Việt Nam", Level: "central", Start: 2020, End: 2025,
		Date: report.Date{Year: 2019, Month: 5, Day: 30, Precision: report.DayOfMonth},
	},
	"plan": {
		Type: "plan", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 25, Start: 2020, End: 2025,
		Date: report.Date{Year: 2019, Month: 12, Day: 20, Precision: report.DayOfMonth},
	},
}

// A frame is one case of testdata: a text in a document, and its rows.
type frame struct {
	document, text string
	rows           []string
}

// frames reads the cases of a file: see the head of testdata/frames.txt.
func frames(t testing.TB, name string) []frame {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []frame
	document := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			document = line[1:]
			if _, ok := documents[document]; !ok {
				t.Fatalf("%s: no document %q", name, document)
			}
		case strings.HasPrefix(line, ">+ "):
			out[len(out)-1].text += "\n" + line[3:]
		case strings.HasPrefix(line, "> "):
			out = append(out, frame{document: document, text: line[2:]})
		default:
			f := &out[len(out)-1]
			f.rows = append(f.rows, line)
		}
	}
	return out
}

func TestFrames(t *testing.T) {
	r := newReading(t)
	wrong := 0
	all := frames(t, "testdata/frames.txt")
	for _, f := range all {
		if !check(t, r, f.text, documents[f.document], f.rows...) {
			wrong++
		}
	}
	t.Logf("%d of %d frames are read as the codebook wants", len(all)-wrong, len(all))
}

// The same statements in other words: see testdata/variants.txt.
func TestVariants(t *testing.T) {
	r := newReading(t)
	for _, f := range frames(t, "testdata/variants.txt") {
		check(t, r, f.text, documents[f.document], f.rows...)
	}
}
