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
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
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
		Context:      experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(allocate)),
		MaxIdle:      runtime.GOMAXPROCS(0),
		MaxTotal:     4 * runtime.GOMAXPROCS(0),
		ReuseWorkers: true,
		// Without a file system of its own the library mounts the host's root.
		FSConfig:      wazero.NewFSConfig(),
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
// where there is none. Calls cannot be interrupted by a context: looking at one
// makes text five times slower (see instance.kill for what is done instead).
func runtimeConfig() wazero.RuntimeConfig {
	c := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // for longjmp
		WithMemoryLimitPages(memoryLimit / wasmPage)
	dir, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "tongket", "pdfium"))
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
	m := &instance{owner: owner}
	if err := m.reach(); err != nil {
		return nil, errors.Join(err, owner.Kill())
	}
	if m.arena = arenaOf(m.memory); m.arena == nil {
		return nil, errors.Join(errors.New("this version of wazero has memory of its own"), owner.Kill())
	}
	return m, nil
}

// arenaOf finds the arena behind a memory by its first byte.
func arenaOf(memory memory) *arena {
	first, ok := memory.Read(0, 1)
	if !ok {
		return nil
	}
	a, _ := arenas.Load(&first[0])
	found, _ := a.(*arena)
	return found
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
	ctx, module := v.FieldByName("Context"), v.FieldByName("Module")
	if !ctx.IsValid() || !module.IsValid() {
		return hidden
	}
	m.ctx, _ = reflect.TypeAssert[context.Context](ctx)
	find, mem := module.MethodByName("ExportedFunction"), module.MethodByName("Memory")
	if m.ctx == nil || !find.IsValid() || !mem.IsValid() {
		return hidden
	}
	m.memory, _ = reflect.TypeAssert[memory](mem.Call(nil)[0])
	m.find = func(name string) wasmFunction {
		f, _ := reflect.TypeAssert[wasmFunction](find.Call([]reflect.Value{reflect.ValueOf(name)})[0])
		return f
	}
	if m.memory == nil {
		return hidden
	}
	return nil
}
