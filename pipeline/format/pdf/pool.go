package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	webassembly "github.com/klippa-app/go-pdfium/experimental/wazy"
	"github.com/samyfodil/wazy"
	"github.com/samyfodil/wazy/api"
)

const (
	wasmPage = 64 << 10
	// memoryLimit is what one instance may take. It holds the file and a
	// rendered page besides what PDFium makes of them.
	memoryLimit = 448 << 20
	// memoryKept is what an instance may hold while it waits: its memory never
	// shrinks, so one that has grown further is thrown away.
	memoryKept = 96 << 20
)

// pool starts PDFium for this process when the first document needs it. It
// lives as long as the process.
var pool = sync.OnceValues(startPool)

func startPool() (pdfium.Pool, error) {
	p, err := webassembly.Init(webassembly.Config{
		Context:      api.WithMemoryAllocator(context.Background(), api.MemoryAllocatorFunc(allocate)),
		MaxIdle:      runtime.GOMAXPROCS(0),
		MaxTotal:     4 * runtime.GOMAXPROCS(0),
		ReuseWorkers: true,
		// Without a file system of its own the library mounts the host's root.
		FSConfig:      wazy.NewFSConfig(),
		RuntimeConfig: runtimeConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return p, nil
}

// runtimeConfig keeps compiled code in the user's cache folder, and does without
// where there is none.
func runtimeConfig() wazy.RuntimeConfig {
	c := wazy.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | api.CoreFeatureExceptionHandling). // for longjmp
		WithMemoryLimitPages(memoryLimit / wasmPage)
	dir, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	cache, err := wazy.NewCompilationCacheWithDir(filepath.Join(dir, "tongket", "pdfium"))
	if err != nil {
		return c
	}
	return c.WithCompilationCache(cache)
}

// borrow takes an instance from the pool.
func borrow(ctx context.Context) (*instance, error) {
	p, err := pool()
	if err != nil {
		return nil, err
	}
	owner, err := p.GetInstanceWithContext(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	m := &instance{owner: owner, ctx: ctx}
	if err := m.reach(); err != nil {
		return nil, errors.Join(err, owner.Kill())
	}
	return m, nil
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

// reach finds the WebAssembly module behind the library. The library's own
// calls look up handles, lock and allocate for every character; called
// directly, a function of PDFium costs 40 ns, and the places of all characters
// of a page cost less than parsing it. The library's type of the module is
// internal, which is why it is reached by reflection.
func (m *instance) reach() error {
	hidden := errors.New("this version of go-pdfium hides its WebAssembly module")
	v := reflect.Indirect(reflect.ValueOf(m.owner.GetImplementation()))
	if v.Kind() != reflect.Struct {
		return hidden
	}
	module := v.FieldByName("Module")
	if !module.IsValid() {
		return hidden
	}
	find, mem := module.MethodByName("ExportedFunction"), module.MethodByName("Memory")
	if !find.IsValid() || !mem.IsValid() {
		return hidden
	}
	m.find = func(name string) wasmFunction {
		f, _ := reflect.TypeAssert[wasmFunction](find.Call([]reflect.Value{reflect.ValueOf(name)})[0])
		return f
	}
	var ok bool
	if m.memory, ok = reflect.TypeAssert[memory](mem.Call(nil)[0]); !ok {
		return hidden
	}
	return nil
}
