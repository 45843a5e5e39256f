package measure_test

import (
	"fmt"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/measure"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

func Example() {
	p, err := configs.Embedded()
	if err != nil {
		fmt.Println(err)
		return
	}
	b := scan.NewBuilder()
	x, err := measure.New("measures.figure", measure.Default(), &kind.Env{
		Builder: b, Grammar: grammar.New(b), Table: p.Table("measures"), Wordlist: p.Wordlist, Shared: map[string]any{},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := scan.Plain("Đại hội bầu 41 đồng chí vào Ban Chấp hành, trong đó có 9 đồng chí nữ (21,95%).")
	x.Facts(b.Build().Scan(doc), func(f report.Fact) {
		fmt.Println(f.Get("body"), f.Get("attribute"), f.Get("stat"), f.Get("value"), "in", doc.At(f.Span))
	})
	// Output:
	// committee total count 41 in 41
	// committee female count 9 in 9
	// committee female percent 21.95 in 21,95
}
