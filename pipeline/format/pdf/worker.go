package pdf

import (
	"context"
	"errors"
	"reflect"
	"sync"

	"github.com/tongket/tongket/pipeline/format/layout"
)

// worker is one PDFium of the pool and what is kept beside it from document to
// document: its functions, and the room that pages are read into.
type worker struct {
	memory memory
	find   func(name string) wasmFunction // nil for none
	calls  [functionCount]wasmFunction
	areas  [2]uint64 // scratch memory inside, for results

	glyphs []glyph
	rules  []segment
	laid   []layout.Glyph
	utf16  []uint16
}

// wasmFunction and memory are what is needed of a WebAssembly runtime.
type wasmFunction interface {
	CallWithStack(ctx context.Context, stack []uint64) error
}

type memory interface {
	Size() uint32
	Read(offset, n uint32) ([]byte, bool)
	ReadUint32Le(offset uint32) (uint32, bool)
	Write(offset uint32, data []byte) bool
	WriteUint32Le(offset, value uint32) bool
}

// workers are those of the pool, by the library's implementation.
var workers sync.Map

// workerOf finds the WebAssembly module behind the library. The library's own
// calls look up handles, lock and allocate for every character; called
// directly, a function of PDFium costs 40 ns, and the places of all characters
// of a page cost less than parsing it. The library's type of the module is
// internal, which is why it is reached by reflection.
func workerOf(implementation any) (*worker, error) {
	if known, ok := workers.Load(implementation); ok {
		return known.(*worker), nil //nolint:forcetypeassert // nothing else is stored
	}
	hidden := errors.New("this version of go-pdfium hides its WebAssembly module")
	v := reflect.Indirect(reflect.ValueOf(implementation))
	if v.Kind() != reflect.Struct {
		return nil, hidden
	}
	module := v.FieldByName("Module")
	if !module.IsValid() {
		return nil, hidden
	}
	find, mem := module.MethodByName("ExportedFunction"), module.MethodByName("Memory")
	if !find.IsValid() || !mem.IsValid() {
		return nil, hidden
	}
	w := &worker{find: func(name string) wasmFunction {
		f, _ := reflect.TypeAssert[wasmFunction](find.Call([]reflect.Value{reflect.ValueOf(name)})[0])
		return f
	}}
	var ok bool
	if w.memory, ok = reflect.TypeAssert[memory](mem.Call(nil)[0]); !ok {
		return nil, hidden
	}
	workers.Store(implementation, w)
	return w, nil
}

// tidy lets go of the room that an unusual page took.
func (w *worker) tidy() {
	const usual = 50_000 // characters; a page of text has 2,000 to 5,000
	if cap(w.glyphs) > usual || cap(w.laid) > usual || cap(w.rules) > usual {
		w.glyphs, w.rules, w.laid = nil, nil, nil
	}
}
