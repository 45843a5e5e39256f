package mail

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/mimex"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/plain"
	"github.com/tongket/tongket/pipeline/format/signed"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "message/rfc822"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are those of each part of the body, see html and plain.
	Limits parts.Limits
}

// Reader reads mails. It may be used by many goroutines at once.
type Reader struct {
	html  *html.Reader
	plain *plain.Reader
}

// New returns a reader.
func New(config Config) *Reader {
	return &Reader{
		html:  html.New(html.Config{Limits: config.Limits, Whole: true}),
		plain: plain.New(plain.Config{Limits: config.Limits}),
	}
}

// Read reads one mail. The mails of a mailbox become attachments of a document
// without text.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if mails := mailbox(data); len(mails) > 1 {
		return &report.Raw{Media: Media, Attachments: mails}, nil
	}
	e, err := mimex.Parse(ctx, data)
	if e == nil {
		return nil, err
	}
	if len(e.Header) == 0 {
		return nil, report.Becausef(report.Damaged, "no header of a mail")
	}
	m := &message{Reader: r, ctx: ctx, raw: &report.Raw{Media: Media, Meta: metadata(e.Header), Err: err}}
	m.part(e)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.result()
}

func metadata(h mimex.Header) []report.Meta {
	var out []report.Meta
	for _, m := range []report.Meta{
		{Key: "title", Value: h.Decoded("Subject")}, {Key: "author", Value: h.Addresses("From")}, {Key: "created", Value: h.Date("Date")},
	} {
		if m.Value != "" {
			out = append(out, m)
		}
	}
	return out
}

// message is one mail being read.
type message struct {
	*Reader
	ctx    context.Context
	raw    *report.Raw
	bodies [][]report.Part
	lines  int // bodies that are printed lines
	locked bool
	inside int // signed mails inside each other
}

// result puts the bodies behind each other.
func (m *message) result() (*report.Raw, error) {
	m.raw.Parts = parts.Join(m.bodies...)
	m.raw.Wrapped = m.lines > 0 && m.lines == len(m.bodies)
	switch {
	case len(m.raw.Parts) > 0 || len(m.raw.Attachments) > 0:
		return m.raw, nil
	case m.locked:
		return nil, report.Becausef(report.Locked, "the mail is encrypted")
	case m.raw.Err != nil:
		return nil, m.raw.Err
	}
	return nil, report.Becausef(report.Empty, "a mail without text and attachments")
}

// part reads one part and those in it.
func (m *message) part(e *mimex.Entity) {
	if m.ctx.Err() != nil {
		return
	}
	switch {
	case e.Media == "multipart/alternative" && len(e.Parts) > 0:
		m.alternative(e)
	case e.Media == "multipart/related" && len(e.Parts) > 0:
		m.related(e)
	case len(e.Parts) > 0:
		m.locked = m.locked || e.Media == "multipart/encrypted"
		for _, p := range e.Parts {
			m.part(p)
		}
	case e.Disposition() == "attachment" || e.FileName() != "":
		m.attach(e)
	case e.Media == "text/html":
		m.body(m.html.Read(m.ctx, e.Text()))
	case e.Media == "text/plain", strings.HasPrefix(e.Media, "multipart/"):
		m.body(m.plain.Read(m.ctx, e.Text()))
	default:
		m.attach(e)
	}
}

// body takes what a reader found in a part of the body. An empty one is none.
func (m *message) body(raw *report.Raw, err error) {
	if err != nil {
		if f, ok := errors.AsType[*report.Failure](err); m.raw.Err == nil && (!ok || f.Reason != report.Empty) {
			m.raw.Err = err
		}
		return
	}
	if m.raw.Err == nil {
		m.raw.Err = raw.Err
	}
	m.raw.Notes = append(m.raw.Notes, raw.Notes...)
	m.bodies = append(m.bodies, raw.Parts)
	if raw.Wrapped {
		m.lines++
	}
}

// alternative reads the best of several forms of one text: a page before plain
// text, and what comes last before what comes first.
func (m *message) alternative(e *mimex.Entity) {
	forms := slices.Clone(e.Parts)
	slices.Reverse(forms)
	slices.SortStableFunc(forms, func(a, b *mimex.Entity) int { return rank(a) - rank(b) })
	before := len(m.bodies)
	for _, f := range forms {
		if m.part(f); len(m.bodies) > before {
			return
		}
	}
}

// rank is how much structure a form of a text has, most first.
func rank(e *mimex.Entity) int {
	best := 2
	e.All(func(p *mimex.Entity) bool {
		switch p.Media {
		case "text/html":
			best = 0
		case "text/plain":
			best = min(best, 1)
		}
		return best > 0
	})
	return best
}

// related reads a page with what belongs to it: only documents among that are
// kept.
func (m *message) related(e *mimex.Entity) {
	root := e.Root()
	m.part(root)
	for _, p := range e.Parts {
		if p != root && !isPicture(p) {
			m.part(p)
		}
	}
}

// isPicture reports whether a part is what a page shows or is made with.
func isPicture(e *mimex.Entity) bool {
	kind, _, _ := strings.Cut(e.Media, "/")
	return kind == "image" || kind == "audio" || kind == "video" || kind == "font" || e.Media == "text/css"
}

// noDocuments are parts that mail programs add for each other.
var noDocuments = map[string]bool{
	"application/pgp-signature": true, "application/pgp-encrypted": true, "application/pgp-keys": true,
	"application/pkcs7-signature": true, "application/x-pkcs7-signature": true,
	"message/delivery-status": true, "message/disposition-notification": true, "text/rfc822-headers": true,
	"message/feedback-report": true, "text/calendar": true, "text/vcard": true, "text/x-vcard": true, "text/x-amp-html": true,
}

// attach keeps a part as a document of its own.
func (m *message) attach(e *mimex.Entity) {
	if noDocuments[e.Media] {
		return
	}
	if strings.HasSuffix(e.Media, "/pkcs7-mime") || strings.HasSuffix(e.Media, "/x-pkcs7-mime") {
		m.signed(e)
		return
	}
	if isPicture(e) && e.Disposition() != "attachment" && e.Header.Get("Content-ID") != "" {
		return // a picture that the body shows
	}
	m.keep(e.FileName(), e.Media, e.Content())
}

// keep makes a document of a file that was sent along.
func (m *message) keep(name, media string, data []byte) {
	if len(data) == 0 {
		return
	}
	if name == "" {
		name = unnamed(len(m.raw.Attachments)+1, media)
	}
	m.raw.Attachments = append(m.raw.Attachments, report.BlobOf(strings.ToValidUTF8(name, "_"), data))
}

// maxSigned is how deep signed mails may stand inside each other: one that was
// signed again by the office that sent it on.
const maxSigned = 3

// signed reads what stands inside a signature: text and files of the mail, or a
// document that was signed by itself.
func (m *message) signed(e *mimex.Entity) {
	content, err := signed.Content(m.ctx, e.Content())
	if f, ok := errors.AsType[*report.Failure](err); ok {
		switch {
		case f.Reason == report.Locked:
			m.locked = true
		case f.Reason != report.Empty && m.raw.Err == nil: // a certificate that was sent along is empty
			m.raw.Err = err
		}
		return
	}
	if !signed.IsMail(content) {
		name := e.FileName()
		if strings.EqualFold(path.Ext(name), ".p7m") {
			name = name[:len(name)-len(".p7m")]
		}
		m.keep(name, e.Media, content)
		return
	}
	if m.inside == maxSigned {
		m.raw.Err = report.Becausef(report.TooDeep, "more than %d signed mails inside each other", maxSigned)
		return
	}
	m.inside++
	defer func() { m.inside-- }()
	inner, err := mimex.Parse(m.ctx, content)
	if m.raw.Err == nil {
		m.raw.Err = err
	}
	if inner != nil {
		m.part(inner)
	}
}
