package format

import (
	"context"

	"github.com/tongket/tongket/pipeline/format/csv"
	"github.com/tongket/tongket/pipeline/format/docx"
	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/odt"
	"github.com/tongket/tongket/pipeline/format/plain"
	"github.com/tongket/tongket/pipeline/format/xls"
	"github.com/tongket/tongket/pipeline/format/xlsx"
	"github.com/tongket/tongket/pipeline/report"
)

// Builtin returns the readers of this program: the one list to add a kind to.
func Builtin(limits Limits) Readers {
	var all Readers
	inside := func(ctx context.Context, name string, data []byte) (*report.Raw, error) {
		return all.inside(ctx, name, data)
	}
	all = table([]Kind{
		{plain.New(plain.Config{Limits: limits.parts()}), []string{MediaPlain}},
		{html.New(html.Config{Limits: limits.parts()}), []string{MediaHTML}},
		{csv.New(csv.Config{Limits: limits.parts()}), []string{MediaCSV}},
		{docx.New(docx.Config{Limits: limits.parts(), Chunk: inside}), []string{MediaDocx, MediaDocm, MediaDotx, MediaDotm, MediaEncrypted}},
		{xlsx.New(xlsx.Config{Limits: limits.parts()}), []string{MediaXlsx, MediaXlsm, MediaXltx}},
		{xls.New(xls.Config{Limits: limits.parts()}), []string{MediaXls}},
		{odt.New(odt.Config{Limits: limits.parts()}), []string{MediaOdt, MediaOtt, MediaOdm, MediaFlatODF, MediaOds, MediaOts, MediaFlatODS}},
	})
	return all
}

// maxInside bounds documents inside documents, each of which is read while the
// one around it waits.
const maxInside = 3

type insideKey struct{}

// inside reads a document that stands inside another one.
func (r Readers) inside(ctx context.Context, name string, data []byte) (*report.Raw, error) {
	depth, _ := ctx.Value(insideKey{}).(int)
	if depth >= maxInside {
		return nil, report.Becausef(report.TooDeep, "%s: more than %d documents inside each other", name, maxInside)
	}
	return r.Read(context.WithValue(ctx, insideKey{}, depth+1), name, data)
}
