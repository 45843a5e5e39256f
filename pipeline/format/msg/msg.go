package msg

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/plain"
	"github.com/tongket/tongket/pipeline/format/rtf"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "application/vnd.ms-outlook"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are those of the body, see html, rtf and plain.
	Limits parts.Limits
}

// Reader reads messages. It may be used by many goroutines at once.
type Reader struct {
	limits parts.Limits
	rtf    *rtf.Reader
	plain  *plain.Reader
}

// New returns a reader.
func New(config Config) *Reader {
	page := html.New(html.Config{Limits: config.Limits, Whole: true})
	return &Reader{
		limits: config.Limits.Filled(),
		plain:  plain.New(plain.Config{Limits: config.Limits}),
		rtf: rtf.New(rtf.Config{Limits: config.Limits, Inside: func(ctx context.Context, _ string, data []byte) (*report.Raw, error) {
			return page.Read(ctx, data)
		}}),
	}
}

// Read reads one message.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := ole.Open(data)
	if err != nil {
		return nil, err
	}
	const header = 32
	m := &message{Reader: r, ctx: ctx, store: open(f, f.Root(), header, 1252)}
	raw := m.body()
	raw.Media, raw.Meta = Media, m.metadata()
	m.attachments(raw)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case len(raw.Parts) > 0 || len(raw.Attachments) > 0:
		return raw, nil
	case raw.Err != nil:
		return nil, raw.Err
	case f.Child(f.Root(), "__properties_version1.0") == nil:
		return nil, report.Becausef(report.Damaged, "a compound file without a message")
	}
	return nil, report.Becausef(report.Empty, "a message without text and attachments")
}

// message is one being read, with what is inside it.
type message struct {
	*Reader
	*store
	ctx context.Context
}

func (m *message) metadata() []report.Meta {
	author := m.line(propOnBehalf)
	for _, p := range []int{propSender, propSenderMail} {
		if author == "" {
			author = m.line(p)
		}
	}
	created := ole.Time(m.short[propSubmitted])
	if created == "" {
		created = ole.Time(m.short[propDelivered])
	}
	var out []report.Meta
	for _, p := range []report.Meta{{Key: "title", Value: m.line(propSubject)}, {Key: "author", Value: author}, {Key: "created", Value: created}} {
		if p.Value != "" {
			out = append(out, p)
		}
	}
	return out
}

// body reads the first form of the body that gives text.
func (m *message) body() *report.Raw {
	var first error
	for _, form := range []func() (*report.Raw, error){m.hypertext, m.rich, m.simple} {
		raw, err := form()
		if raw != nil {
			return raw
		}
		if f, ok := errors.AsType[*report.Failure](err); first == nil && err != nil && (!ok || f.Reason != report.Empty) {
			first = err
		}
	}
	return &report.Raw{Err: first}
}

// hypertext reads the body in HTML.
func (m *message) hypertext() (*report.Raw, error) {
	text := m.html()
	if len(text) == 0 {
		return nil, nil
	}
	return html.New(html.Config{Limits: m.limits, Whole: true, Charset: m.charset()}).Read(m.ctx, text)
}

// html is the body in HTML. As text of the message's code page it is in that of
// the mail that came all the same.
func (m *message) html() []byte {
	if b := m.bytes(propHTML, typeBinary); len(b) > 0 {
		return b
	}
	if b := m.bytes(propHTML, typeBytes); len(b) > 0 {
		return b
	}
	return []byte(m.text(propHTML))
}

// charset is the name of the code page of the mail that came, "" for the Western
// one, which the page knows better, and for one that HTML does not name.
func (m *message) charset() string {
	page := m.number(propInternetPage)
	if page == 0 {
		page = m.store.page
	}
	name := "windows-" + strconv.Itoa(page)
	if _, err := htmlindex.Get(name); err != nil || page == 1252 {
		return ""
	}
	return name
}

// rich reads the body in rich text, which may be HTML that is packed.
func (m *message) rich() (*report.Raw, error) {
	packed := m.bytes(propRTF, typeBinary)
	if len(packed) == 0 {
		return nil, nil
	}
	text, err := rtf.Decompress(packed, m.limits.Part)
	if err != nil {
		return nil, err
	}
	return m.rtf.Read(m.ctx, text)
}

// simple reads the body in plain text.
func (m *message) simple() (*report.Raw, error) {
	text := m.text(propBody)
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	return m.plain.Read(m.ctx, []byte(text))
}
