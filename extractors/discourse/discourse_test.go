package discourse_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
)

type reading struct {
	lexicon *scan.Lexicon
	r       *discourse.Reader
}

func newReading(t testing.TB) reading {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := scan.NewBuilder()
	r, err := discourse.Shared(&kind.Env{Builder: b, Grammar: grammar.New(b), Wordlist: p.Wordlist, Shared: map[string]any{}})
	if err != nil {
		t.Fatal(err)
	}
	return reading{b.Build(), r}
}

var partNames = map[discourse.Part]string{discourse.None: "-", discourse.Results: "results", discourse.Limits: "limits", discourse.Causes: "causes", discourse.Lessons: "lessons", discourse.Tasks: "tasks"}

// lines shows each clause after what it does: "limits demand: Cần …".
func (r reading) lines(text string) string {
	t := r.lexicon.Scan(scan.Plain(text))
	var out []string
	for _, c := range r.r.Clauses(t) {
		line := partNames[c.Part]
		for _, x := range []struct {
			is   bool
			name string
		}{{c.Demand >= 0, "demand"}, {c.Goes, "goes"}, {c.Listed, "listed"}, {c.Heading, "heading"}} {
			if x.is {
				line += " " + x.name
			}
		}
		out = append(out, line+": "+t.String(c.First, c.Last))
	}
	return strings.Join(out, "\n")
}

// What a clause does is told by headings, turns and its own words.
func TestClauses(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct{ reason, text, want string }{
		{"semicolons part clauses", "Văn kiện tốt; nhân sự tốt.", "-: Văn kiện tốt\n-: nhân sự tốt."},
		{"nhưng turns to what is wrong, with a comma or without", "Văn kiện tốt, nhưng tham luận dài.\nVăn kiện tốt nhưng tham luận dài.",
			"-: Văn kiện tốt,\nlimits: nhưng tham luận dài.\n-: Văn kiện tốt\nlimits: nhưng tham luận dài."},
		{"a heading holds until the next one", "Hạn chế\nTham luận dài.\nNhân sự chậm.\nBài học kinh nghiệm\nLàm sớm.",
			"limits heading: Hạn chế\nlimits: Tham luận dài.\nlimits: Nhân sự chậm.\nlessons heading: Bài học kinh nghiệm\nlessons: Làm sớm."},
		{"a heading in the line", "2. Hạn chế: tham luận dài.", "limits: 2. Hạn chế: tham luận dài."},
		{"a concession holds for its paragraph", "Tuy nhiên, tham luận dài. Nhân sự chậm.\nVăn kiện tốt.", "limits: Tuy nhiên, tham luận dài.\nlimits: Nhân sự chậm.\n-: Văn kiện tốt."},
		{"a demand goes on behind the semicolon", "Các cấp ủy cần rà soát nhân sự; chuẩn bị kỹ tình huống.", "- demand: Các cấp ủy cần rà soát nhân sự\n- goes: chuẩn bị kỹ tình huống."},
		{"what was asked for is told, not demanded", "Đại hội đáp ứng yêu cầu đề ra.\nHai nơi phải bầu lại.", "-: Đại hội đáp ứng yêu cầu đề ra.\n-: Hai nơi phải bầu lại."},
		{"a list below a demand", "Ban Thường vụ yêu cầu:\n- Rà soát nhân sự.\nĐại hội bế mạc.", "- demand: Ban Thường vụ yêu cầu:\n- demand listed: - Rà soát nhân sự.\n-: Đại hội bế mạc."},
		{"hậu cần is no demand", "Công tác hậu cần chu đáo.", "-: Công tác hậu cần chu đáo."},
		{"a question says nothing", "Vì sao nhân sự chậm?", "- heading: Vì sao nhân sự chậm?"},
		{"recipients are no text", "Nơi nhận:\n- Các cấp ủy cần biết.", "- heading: Nơi nhận:\n- heading: - Các cấp ủy cần biết."},
	} {
		if got := r.lines(c.text); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.reason, got, c.want)
		}
	}
}

// A trouble is as it is said, or there is none, or it is to be prevented.
func TestDenial(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct {
		text string
		want discourse.Denial
	}{
		{"Điều hành còn lúng túng.", discourse.Stands},
		{"Điều hành không lúng túng.", discourse.Absent},
		{"Không có đại hội nào mà việc điều hành của đoàn chủ tịch còn lúng túng.", discourse.Absent},
		{"Tránh tình trạng điều hành lúng túng.", discourse.Averted},
		{"Khắc phục tình trạng lúng túng.", discourse.Averted},
		{"Tình trạng lúng túng đã được khắc phục.", discourse.Absent},
		{"Không để chậm, lúng túng.", discourse.Absent},
	} {
		x := r.lexicon.Scan(scan.Plain(c.text))
		for i := range x.Tokens {
			if x.Word(int32(i)) == "lúng" {
				cl := r.r.Clauses(x)[0]
				if got := r.r.Denial(x, cl, int32(i), int32(i)+2); got != c.want {
					t.Errorf("%s: %d, want %d", c.text, got, c.want)
				}
			}
		}
	}
}

// Clauses lie in their sentences, in order, and do not overlap.
func FuzzClauses(f *testing.F) {
	r := newReading(f)
	f.Add("Hạn chế: a; b, nhưng c.\nNơi nhận:\nCần; phải? Tuy nhiên")
	f.Add("Bên cạnh kết quả, song không; giao các ban. Thời gian tới, ")
	f.Fuzz(func(t *testing.T, text string) {
		x := r.lexicon.Scan(scan.Plain(text))
		last := int32(0)
		for _, c := range r.r.Clauses(x) {
			s := x.Sentences[c.Sentence]
			if c.First < last || c.Last <= c.First || c.First < s.First || c.Last > s.Last || c.From > c.First || c.From < s.First || c.Demand >= c.Last {
				t.Fatalf("%q: clause %+v in sentence %+v, behind %d", text, c, s, last)
			}
			last = c.Last
		}
	})
}

func ExampleReader_Clauses() {
	r := newReading(&testing.B{})
	fmt.Println(r.lines("Kết quả tốt. Tuy nhiên, tham luận còn dài; các chi bộ cần rút kinh nghiệm."))
	// Output:
	// -: Kết quả tốt.
	// limits: Tuy nhiên, tham luận còn dài
	// limits demand: các chi bộ cần rút kinh nghiệm.
}
