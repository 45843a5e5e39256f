package format

import (
	"context"
	"image"

	"github.com/tongket/tongket/pipeline/format/csv"
	"github.com/tongket/tongket/pipeline/format/docx"
	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/format/mail"
	"github.com/tongket/tongket/pipeline/format/md"
	"github.com/tongket/tongket/pipeline/format/mht"
	"github.com/tongket/tongket/pipeline/format/msg"
	"github.com/tongket/tongket/pipeline/format/msword"
	"github.com/tongket/tongket/pipeline/format/odt"
	"github.com/tongket/tongket/pipeline/format/pdf"
	"github.com/tongket/tongket/pipeline/format/picture"
	"github.com/tongket/tongket/pipeline/format/plain"
	"github.com/tongket/tongket/pipeline/format/rtf"
	"github.com/tongket/tongket/pipeline/format/xls"
	"github.com/tongket/tongket/pipeline/format/xlsx"
	"github.com/tongket/tongket/pipeline/report"
)

// Config is what readers are made with. Its zero value reads everything that
// needs neither password nor character recognition.
type Config struct {
	Limits Limits
	// Passwords are tried in turn on locked documents.
	Passwords []string
	// OCR reads pages that are pictures; nil when there is none.
	OCR Recogniser
}

// Recogniser reads the picture of a page. Package ocr has one.
type Recogniser interface {
	Page(ctx context.Context, picture image.Image, dpi float64) (layout.Page, error)
}

// Builtin returns the readers of this program within limits.
func Builtin(limits Limits) Readers { return New(Config{Limits: limits}) }

// New returns the readers of this program.
func New(c Config) Readers {
	var inner Readers
	inside := func(ctx context.Context, name string, data []byte) (*report.Raw, error) {
		return inner.inside(ctx, name, data)
	}
	inner = table(c.kinds(true, inside))
	return table(c.kinds(false, inside))
}

// Rest lets go of what readers keep from document to document, PDFium above all,
// until they need it again.
func Rest() error { return pdf.Rest() }

// kinds is the one list to add a kind to. whole is for documents inside others,
// of whose pages everything counts; inside reads those.
func (c Config) kinds(whole bool, inside func(context.Context, string, []byte) (*report.Raw, error)) []Kind {
	limits := c.Limits.parts()
	mails := mail.New(mail.Config{Limits: limits})
	return []Kind{
		{plain.New(plain.Config{Limits: limits}), []string{MediaPlain}},
		{csv.New(csv.Config{Limits: limits}), []string{MediaCSV}},
		{html.New(html.Config{Limits: limits, Whole: whole}), []string{MediaHTML}},
		{mht.New(mht.Config{Limits: limits, Whole: whole}), []string{MediaMHTML}},
		{md.New(md.Config{Limits: limits}), []string{MediaMarkdown}},
		{mails, []string{MediaEML}},
		{signedFile{mails, inside}, []string{MediaSigned}},
		{msg.New(msg.Config{Limits: limits}), []string{MediaMsg}},
		{msword.New(msword.Config{Limits: limits}), []string{MediaDoc}},
		{rtf.New(rtf.Config{Limits: limits, Inside: inside}), []string{MediaRTF}},
		{docx.New(docx.Config{Limits: limits, Chunk: inside}), []string{MediaDocx, MediaDocm, MediaDotx, MediaDotm, MediaWordXML}},
		{odt.New(odt.Config{Limits: limits}), []string{MediaOdt, MediaOtt, MediaOdm, MediaFlatODF, MediaOds, MediaOts, MediaFlatODS}},
		{xlsx.New(xlsx.Config{Limits: limits}), []string{MediaXlsx, MediaXlsm, MediaXltx, MediaExcelXML}},
		{xls.New(xls.Config{Limits: limits, Passwords: c.Passwords}), []string{MediaXls}},
		{encrypted{c.Passwords, inside}, []string{MediaEncrypted}},
		{pdf.New(pdf.Config{Limits: pdf.Limits{Pages: c.Limits.Pages}, Passwords: c.Passwords, OCR: c.OCR}), []string{MediaPDF}},
		{picture.New(picture.Config{OCR: c.OCR}), []string{MediaPNG, MediaJPEG, MediaTIFF}},
	}
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
