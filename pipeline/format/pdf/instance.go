package pdf

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
)

// instance is one PDFium with its memory. The first call that fails, by a trap
// or because its context was done, sets err; calls after it do nothing and
// return 0. So a stretch of calls is checked once, at its end.
type instance struct {
	*worker
	owner pdfium.Pdfium
	ctx   context.Context // of the calls to come: it ends one that runs too
	stack [12]uint64
	err   error
}

var errStopped = errors.New("PDFium was stopped")

// call calls a function.
func (m *instance) call(f function, args ...uint64) uint64 {
	if m.err != nil {
		return 0
	}
	c := m.calls[f]
	if c == nil {
		if c = m.find(exported[f]); c == nil {
			m.err = fmt.Errorf("PDFium has no %s", exported[f])
			return 0
		}
		m.calls[f] = c
	}
	copy(m.stack[:], args)
	if err := c.CallWithStack(m.ctx, m.stack[:]); err != nil {
		m.err = fmt.Errorf("%s: %w", exported[f], err)
		_ = m.settle()
		return 0
	}
	return m.stack[0]
}

// count calls a function that returns a C int: negative ones mean none.
func (m *instance) count(f function, args ...uint64) int {
	return int(max(int32(uint32(m.call(f, args...))), 0))
}

// ok calls a function that returns an FPDF_BOOL.
func (m *instance) ok(f function, args ...uint64) bool { return uint32(m.call(f, args...)) != 0 }

// float and double call functions that return such.
func (m *instance) float(f function, args ...uint64) float32 {
	return math.Float32frombits(uint32(m.call(f, args...)))
}

func (m *instance) double(f function, args ...uint64) float64 {
	return math.Float64frombits(m.call(f, args...))
}

// release gives the instance back, or throws it away when it failed or has
// grown large.
func (m *instance) release() error {
	defer leave()
	if m.err == nil && m.memory.Size() <= memoryKept {
		m.tidy()
		return m.owner.Close()
	}
	workers.Delete(m.owner.GetImplementation())
	return m.owner.Kill()
}

// settle returns the error of the calls so far: errStopped if their context is
// done, for only a call that takes long looks at it by itself.
func (m *instance) settle() error {
	if m.ctx.Err() != nil {
		m.err = errStopped
	}
	return m.err
}

// alloc returns n bytes of PDFium's memory, 0 and an error when it has none.
func (m *instance) alloc(n int) uint64 {
	p := m.call(malloc, uint64(n))
	if p == 0 && m.err == nil {
		m.err = fmt.Errorf("PDFium has no room for %d bytes", n)
	}
	return p
}

// area returns a small scratch area that lives as long as the worker.
func (m *instance) area(i int) uint64 {
	const size = 64
	if m.areas[i] == 0 {
		m.areas[i] = m.alloc(size)
	}
	return m.areas[i]
}

// put copies bytes into PDFium's memory; the caller frees them.
func (m *instance) put(data []byte) uint64 {
	p := m.alloc(max(len(data), 1))
	if p != 0 && !m.memory.Write(uint32(p), data) {
		m.err = errors.New("PDFium's memory is shorter than it said")
	}
	return p
}

// floats reads n C floats.
func (m *instance) floats(p uint64, out []float32) {
	view, ok := m.memory.Read(uint32(p), uint32(4*len(out)))
	if !ok {
		clear(out)
		return
	}
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(view[4*i:]))
	}
}

// longestString bounds names and values.
const longestString = 1 << 20

// text calls a function of the form f(…, buffer, length) that writes UTF-16 and
// returns the bytes it needs.
func (m *instance) text(f function, args ...uint64) string {
	data := m.bytes(f, args...)
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		u := binary.LittleEndian.Uint16(data[i:])
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// bytes is text for functions that write bytes.
func (m *instance) bytes(f function, args ...uint64) []byte {
	n := m.call(f, append(args, 0, 0)...)
	if m.err != nil || n == 0 || n > longestString {
		return nil
	}
	p := m.alloc(int(n))
	defer m.call(free, p)
	n = min(m.call(f, append(args, p, n)...), n)
	view, ok := m.memory.Read(uint32(p), uint32(n))
	if m.err != nil || !ok {
		return nil
	}
	return append([]byte(nil), view...)
}
