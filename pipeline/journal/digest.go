package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
)

var _ report.Digester = (*View)(nil)

// Digest returns a hash of the rows of a table: of their sections as they are
// packed, which are not unpacked for it.
func (v *View) Digest(table string) (string, error) {
	i := slices.IndexFunc(v.j.tables, func(t *report.Table) bool { return t.Name == table })
	if i < 0 {
		return "", nil
	}
	v.summing.Do(func() { v.unread = v.sum() })
	if v.unread != nil {
		return "", v.unread
	}
	if table == "documents" { // its rows join what became of each input
		return v.sums[i] + v.digest + v.lang, nil
	}
	return v.sums[i], nil
}

// sum reads all frames once.
func (v *View) sum() error {
	sums := make([]hash.Hash, len(v.j.tables))
	for i := range sums {
		sums[i] = sha256.New()
	}
	var frame []byte
	for i := range v.refs {
		if !v.refs[i].original() {
			continue
		}
		var err error
		if frame, err = v.frame(&v.refs[i], frame); err != nil {
			return damaged(err)
		}
		if len(frame) > 0 {
			if err := sumSections(sums, frame); err != nil {
				return damaged(err)
			}
		}
	}
	for _, h := range sums {
		v.sums = append(v.sums, hex.EncodeToString(h.Sum(nil)))
	}
	return nil
}

// frame reads the rows of a document as they are packed, none where it has none.
func (v *View) frame(x *ref, buf []byte) ([]byte, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	e := &v.j.index.entries[x.entry]
	if e.rows.length == 0 {
		return nil, nil
	}
	return v.j.pack.readFrame(e.rows.frame(), buf)
}

// sumSections adds each section of what encoding.rows wrote to the hash of its
// table, behind its sizes; those without rows say nothing.
func sumSections(sums []hash.Hash, frame []byte) error {
	sections, err := sectionsOf(frame, len(sums))
	if err != nil {
		return err
	}
	var e codec.Encoder
	for i, s := range sections {
		if s.rows == 0 {
			continue
		}
		e.B = e.B[:0]
		for _, n := range []int{s.rows, s.raw, len(s.stored)} {
			e.Int(n)
		}
		_, _ = sums[i].Write(e.B)
		_, _ = sums[i].Write(s.stored)
	}
	return nil
}
