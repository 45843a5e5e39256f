package pdf

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of PDF files.
const Media = "application/pdf"

// Reader reads PDF files. It may be used by several goroutines at once.
type Reader struct{ c Config }

// New returns a reader.
func New(c Config) *Reader {
	c.Limits = c.Limits.withDefaults()
	return &Reader{c}
}

// Read reads a file. The error's reason is Locked when no password fits, Empty
// when there is nothing to read on any page, MissingTool for a scan when there
// is no OCR; what a part of the pages costs becomes Raw.Err.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, report.Becausef(report.Empty, "no bytes")
	}
	if raw, err := readDirect(ctx, data, r.c.Limits); err == nil {
		return raw, nil
	}
	return r.readWhole(ctx, data)
}

// readWhole reads a file with PDFium.
func (r *Reader) readWhole(ctx context.Context, data []byte) (*report.Raw, error) {
	own, cancel := context.WithCancel(ctx) // which those of the pages hang on
	defer cancel()
	s := &session{Config: r.c, ctx: own, data: data, raw: &report.Raw{Media: Media}, out: layout.New()}
	defer s.end()
	if err := s.open(); err != nil {
		return nil, s.because(err)
	}
	s.head()
	s.pages()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return s.finish()
}

// session is one reading of one file.
type session struct {
	Config
	ctx  context.Context
	data []byte
	doc  *document
	raw  *report.Raw
	out  *layout.Builder

	marks      []report.Part // watermarks
	scans      int
	recognised []int // pages
	coarse     []int // of these, those of too few dots
	dots       float64
	unread     []int // scans without OCR
	broken     []int // pages that PDFium could not read
	stuck      []int // pages that took too long
	trouble    error // the first one
}

// open takes an instance and opens the file in it.
func (s *session) open() error {
	m, err := borrow(s.ctx)
	if err != nil {
		return err
	}
	d, err := open(m, s.data, s.Config)
	if err != nil {
		s.doc = &document{instance: m}
		return err
	}
	if s.doc != nil { // opened again after a page that got stuck
		d.seen, d.fonts = s.doc.seen, s.doc.fonts
	}
	s.doc = d
	d.openForm()
	return d.err
}

// end gives the instance back, in good order even if nobody waits any longer.
func (s *session) end() {
	if s.doc == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), s.Limits.PageTime)
	defer cancel()
	s.doc.ctx = ctx
	if s.doc.handle != 0 {
		s.doc.close()
	}
	_ = s.doc.release() // an instance that does not end well is gone all the same
}

// because gives trouble with PDFium its reason: it traps on damaged files and
// when it is stopped.
func (s *session) because(err error) error {
	if e := s.ctx.Err(); e != nil {
		return e
	}
	if _, known := errors.AsType[*report.Failure](err); known {
		return err
	}
	return report.Because(report.Damaged, err)
}

// head reads what stands beside the pages.
func (s *session) head() {
	s.raw.Meta = s.doc.meta()
	files, err := s.doc.attachments()
	s.raw.Attachments = files
	s.note(err)
	s.raw.Pages = s.doc.count(getPageCount, s.doc.handle)
}

// note keeps the first trouble.
func (s *session) note(err error) {
	if s.trouble == nil {
		s.trouble = err
	}
}

// pages reads all pages up to the limit.
func (s *session) pages() {
	limits := s.Limits
	for i := range min(s.raw.Pages, limits.Pages) {
		if err := s.ctx.Err(); err != nil {
			s.trouble = err
			return
		}
		if err := s.page(i); err != nil && !s.recover(i, err) {
			return
		}
		if s.doc.seen >= limits.Glyphs {
			s.note(report.Becausef(report.TooMany, "more than %d characters on %d pages", limits.Glyphs, i+1))
			return
		}
	}
	if s.raw.Pages > limits.Pages {
		s.note(report.Becausef(report.TooMany, "%d pages, %d of them read", s.raw.Pages, limits.Pages))
	}
	if len(s.data) > 0 && cut(s.data) {
		s.note(report.Becausef(report.Truncated, "the end of the file is missing"))
	}
}

// page reads page i, from 0. PDFium has the page's time limit for it.
func (s *session) page(i int) error {
	d := s.doc
	var cancel context.CancelFunc
	d.ctx, cancel = context.WithTimeout(s.ctx, s.Limits.PageTime)
	defer func() { cancel(); d.ctx = s.ctx }()
	handle := d.call(loadPage, d.handle, uint64(i))
	if handle == 0 {
		if d.err == nil {
			s.broken = append(s.broken, i+1)
		}
		return d.err
	}
	var typed page
	if drawn := d.readFields(handle, &typed); len(drawn) > 0 {
		handle = d.draw(handle, i, drawn)
	}
	p := d.readPage(handle)
	p.add(&typed)
	if err := d.settle(); err != nil {
		return err
	}
	if !p.scanned(d.fonts) || !s.scan(i, handle) {
		s.lay(i, &p) // of a scan: what little text there is
	}
	d.call(closePage, handle)
	return d.settle()
}

// lay hands a page to layout.
func (s *session) lay(i int, p *page) {
	s.out.Fonts(s.doc.fonts)
	pages, scratch := p.pages(i+1, s.doc.laid)
	s.doc.laid = scratch
	for _, lp := range pages {
		s.out.Page(lp)
	}
	if mark, ok := p.watermark(i + 1); ok {
		s.marks = append(s.marks, mark)
	}
}

// scan reads a page as a picture, and reports whether it could.
func (s *session) scan(i int, handle uint64) bool {
	if s.OCR == nil {
		s.unread = append(s.unread, i+1)
		return false
	}
	if s.scans++; s.scans > s.Limits.Scans {
		s.note(report.Becausef(report.TooMany, "more than %d scanned pages", s.Limits.Scans))
		return false
	}
	dots := s.doc.density(handle)
	img, dpi := s.doc.picture(handle)
	s.doc.ctx = s.ctx // the OCR engine has a limit of its own
	if img == nil {
		if s.doc.err == nil {
			s.broken = append(s.broken, i+1)
		}
		return false
	}
	read, err := s.OCR.Page(s.ctx, img, dpi)
	if err != nil {
		if f, ok := errors.AsType[*report.Failure](err); ok && f.Reason == report.MissingTool {
			s.unread = append(s.unread, i+1)
			s.OCR = nil
		} else {
			s.note(err)
		}
		return false
	}
	s.recognised = append(s.recognised, i+1)
	if dots > 0 && dots < legible {
		s.coarse = append(s.coarse, i+1)
		if s.dots == 0 || dots < s.dots {
			s.dots = dots
		}
	}
	read.Number = i + 1
	s.out.Page(read)
	return true
}

// recover goes on behind a page on which PDFium failed, with a new instance:
// the old one's memory may be in any state. It is false when that fails too.
func (s *session) recover(i int, err error) bool {
	if ctxErr := s.ctx.Err(); ctxErr != nil {
		s.trouble = ctxErr
		return false
	}
	if errors.Is(err, errStopped) {
		s.stuck = append(s.stuck, i+1)
	} else {
		s.broken = append(s.broken, i+1)
	}
	const patience = 3 // pages; a file that breaks more is not worth the time
	if len(s.broken)+len(s.stuck) > patience {
		s.note(report.Becausef(report.Damaged, "page %d: %w", i+1, err))
		return false
	}
	_ = s.doc.release()
	s.doc.handle = 0
	if err := s.open(); err != nil {
		s.note(s.because(err))
		return false
	}
	return true
}

// finish makes the Raw.
func (s *session) finish() (*report.Raw, error) {
	raw := s.raw
	raw.Parts = append(s.out.Parts(), s.marks...)
	if len(s.recognised) > 0 {
		raw.Notes = append(raw.Notes, report.Note{Code: "ocr", Text: "recognised: " + listPages(s.recognised)})
	}
	if len(s.coarse) > 0 {
		s.note(report.Becausef(report.Coarse, "%s: scanned at some %d dots per inch, what was read is doubtful", listPages(s.coarse), int(s.dots+0.5)))
	}
	if len(s.stuck) > 0 {
		s.note(report.Becausef(report.TimedOut, "%s took longer than %v", listPages(s.stuck), s.Limits.PageTime))
	}
	if len(s.broken) > 0 {
		s.note(report.Becausef(report.Damaged, "%s cannot be read", listPages(s.broken)))
	}
	if len(s.unread) > 0 {
		s.note(report.Becausef(report.MissingTool, "%s: scanned, and tesseract with Vietnamese is not installed", listPages(s.unread)))
	}
	raw.Err = s.trouble
	if errors.Is(raw.Err, context.Canceled) || errors.Is(raw.Err, context.DeadlineExceeded) {
		return nil, raw.Err
	}
	if len(raw.Parts) == 0 && len(raw.Attachments) == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		return nil, report.Becausef(report.Empty, "no text on %d pages", raw.Pages)
	}
	return raw, nil
}

// listPages writes page numbers: "trang 1, 4-7".
func listPages(pages []int) string {
	var b strings.Builder
	if b.WriteString("page"); len(pages) > 1 {
		b.WriteString("s")
	}
	b.WriteString(" ")
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(pages[i]))
		if j > i {
			fmt.Fprintf(&b, "-%d", pages[j])
		}
		i = j + 1
	}
	return b.String()
}
