package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Zip is the members of one zip file in memory, read under a budget.
type Zip struct {
	data    []byte
	limits  parts.Limits
	members []member
	index   map[string]int
	spent   int64
	damage  error
}

type member struct {
	name   string
	method uint16
	locked bool
	sum    uint32
	sized  bool // packed, size and sum are known
	size   uint64
	packed []byte
}

// maxMembers bounds the directory: Word writes some 20 members, a workbook of
// 250 sheets some 800.
const maxMembers = 20_000

// OpenZip reads the directory. A file whose directory is lost is searched for
// its members, and Damage says so.
func OpenZip(data []byte, limits parts.Limits) (*Zip, error) {
	z := &Zip{data: data, limits: limits.Filled()}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return nil, report.Becausef(report.Damaged, "not a zip file")
	}
	if err := z.directory(); err != nil {
		z.members = nil
		z.salvage()
		z.damage = report.Becausef(report.Truncated, "zip directory: %w", err)
		if len(z.members) == 0 {
			return nil, z.damage
		}
	}
	if len(z.members) > maxMembers {
		return nil, report.Becausef(report.TooMany, "zip: more than %d members", maxMembers)
	}
	z.index = make(map[string]int, len(z.members))
	for i, m := range z.members {
		if _, taken := z.index[m.name]; !taken {
			z.index[m.name] = i
		}
	}
	return z, nil
}

// Damage says what is wrong with the file as a whole, nil when nothing is.
func (z *Zip) Damage() error { return z.damage }

// Names returns the members in the order of the directory.
func (z *Zip) Names() []string {
	names := make([]string, len(z.members))
	for i, m := range z.members {
		names[i] = m.name
	}
	return names
}

// Has reports whether there is a member of this name.
func (z *Zip) Has(name string) bool { return z.find(name) >= 0 }

// Read returns the bytes of a member. When they are damaged or too many, it
// returns the bytes before the trouble and the trouble. A member that is not
// there gives no bytes and no error.
func (z *Zip) Read(ctx context.Context, name string) ([]byte, error) {
	i := z.find(name)
	if i < 0 {
		return nil, nil
	}
	m := &z.members[i]
	if m.locked {
		return nil, report.Becausef(report.Locked, "member %s is encrypted", m.name)
	}
	budget := min(z.limits.Part, z.limits.Total-z.spent)
	data, err := m.unpack(ctx, budget)
	z.spent += int64(len(data))
	return data, err
}

// find looks a member up; names of packages ignore case.
func (z *Zip) find(name string) int {
	if i, ok := z.index[name]; ok {
		return i
	}
	for i, m := range z.members {
		if strings.EqualFold(m.name, name) {
			return i
		}
	}
	return -1
}

func (z *Zip) directory() error {
	r, err := zip.NewReader(bytes.NewReader(z.data), int64(len(z.data)))
	if err != nil && r == nil {
		return err
	}
	if len(r.File) > maxMembers {
		r.File = r.File[:maxMembers+1]
	}
	for _, f := range r.File {
		m := member{name: cleanName(f.Name), method: f.Method, locked: f.Flags&1 != 0, sum: f.CRC32, sized: true, size: f.UncompressedSize64}
		start, err := f.DataOffset()
		if err != nil || start > int64(len(z.data)) {
			continue // its place is lost; the others may be whole
		}
		packed := min(f.CompressedSize64, uint64(int64(len(z.data))-start))
		m.packed = z.data[start : start+int64(packed)]
		z.members = append(z.members, m)
	}
	return nil
}

// localHeader is the length of the fixed part of a member's header.
const localHeader = 30

// salvage finds members by their headers, in a file without directory.
func (z *Zip) salvage() {
	rest := z.data
	for len(z.members) <= maxMembers {
		i := bytes.Index(rest, []byte("PK\x03\x04"))
		if i < 0 || len(rest) < i+localHeader {
			return
		}
		h := rest[i:]
		names := int(binary.LittleEndian.Uint16(h[26:]))
		start := localHeader + names + int(binary.LittleEndian.Uint16(h[28:]))
		if start > len(h) {
			return
		}
		flags := binary.LittleEndian.Uint16(h[6:])
		m := member{
			name:   cleanName(string(h[localHeader : localHeader+names])),
			method: binary.LittleEndian.Uint16(h[8:]),
			locked: flags&1 != 0,
			packed: h[start:],
		}
		if size := binary.LittleEndian.Uint32(h[18:]); flags&8 == 0 && int64(size) <= int64(len(m.packed)) {
			m.packed, m.sized = m.packed[:size], true
			m.sum, m.size = binary.LittleEndian.Uint32(h[14:]), uint64(binary.LittleEndian.Uint32(h[22:]))
			rest = h[start+int(size):]
		} else {
			if next := bytes.Index(m.packed, []byte("PK\x03\x04")); next >= 0 && m.method == zip.Store {
				m.packed = m.packed[:next]
			}
			rest = h[start:]
		}
		z.members = append(z.members, m)
	}
}

func cleanName(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// unpack returns at most budget bytes, and an error when there are more or when
// they are not what the directory promised.
func (m *member) unpack(ctx context.Context, budget int64) ([]byte, error) {
	var out []byte
	var err error
	switch m.method {
	case zip.Store:
		out = m.packed[:min(int64(len(m.packed)), max(budget, 0))]
		if len(out) < len(m.packed) {
			err = m.tooMuch(budget)
		}
	case zip.Deflate:
		out, err = m.inflate(ctx, budget)
	default:
		return nil, report.Becausef(report.Unsupported, "member %s: packing method %d", m.name, m.method)
	}
	if err == nil && m.sized && (crc32.ChecksumIEEE(out) != m.sum || uint64(len(out)) != m.size) {
		err = report.Becausef(report.Damaged, "member %s: checksum differs", m.name)
	}
	return out, err
}

func (m *member) tooMuch(budget int64) error {
	return report.Becausef(report.Expansion, "member %s unpacks to more than %d bytes", m.name, budget)
}

// inflaters are kept, since one holds 40 KB of tables.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// most is how far deflate can stretch a byte.
const most = 1032

func (m *member) inflate(ctx context.Context, budget int64) ([]byte, error) {
	in := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(in)
	if err := in.(flate.Resetter).Reset(bytes.NewReader(m.packed), nil); err != nil {
		return nil, report.Because(report.Damaged, err)
	}
	// One byte more than promised lets the last Read see the end without growing.
	guess := int64(min(m.size, uint64(len(m.packed))*most)) + 1
	if !m.sized {
		guess = int64(len(m.packed)) * 4
	}
	out := make([]byte, 0, min(guess, budget+1, 1<<20))
	for {
		if len(out) == cap(out) {
			out = grow(out, min(guess, budget+1))
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := in.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		switch {
		case int64(len(out)) > budget:
			return out[:max(budget, 0)], m.tooMuch(budget)
		case err == io.EOF:
			return out, nil
		case err != nil:
			return out, m.broken(err)
		}
	}
}

func (m *member) broken(err error) error {
	reason := report.Damaged
	if errors.Is(err, io.ErrUnexpectedEOF) {
		reason = report.Truncated
	}
	// A decoder that is used again says of the same damage now one thing and now
	// another; the words must not differ from run to run.
	var corrupt flate.CorruptInputError
	var internal flate.InternalError
	if errors.As(err, &corrupt) || errors.As(err, &internal) {
		err = errors.New("the packed data is damaged")
	}
	return report.Becausef(reason, "member %s: %w", m.name, err)
}

// grow doubles the room, up to what is expected and beyond it only when the
// data goes beyond it too.
func grow(out []byte, expected int64) []byte {
	room := int64(cap(out))*2 + 512
	if room > expected && int64(cap(out)) < expected {
		room = expected
	}
	bigger := make([]byte, len(out), room)
	copy(bigger, out)
	return bigger
}
